import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { MigrationList } from "@/components/system/migration-list";
import type { SystemFacts } from "@/components/system/system-facts";
import { SystemDatabase } from "@/components/system/system-database";
import { SystemJobs } from "@/components/system/system-jobs";
import { SystemProcess } from "@/components/system/system-process";
import { SystemTables } from "@/components/system/system-tables";

/** The process, its database, its work and its tables; what needs a hand is said in words. */
export function SystemView(facts: SystemFacts) {
  const t = useTranslations("system");
  const { database, now, timeZone } = facts;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="min-w-0 space-y-4">
        <Section title={t("process.title")}>
          <SystemProcess {...facts} />
        </Section>
        <Section title={t("jobs.title")}>
          <SystemJobs jobs={database.jobs} now={now} timeZone={timeZone} />
        </Section>
      </div>
      <div className="min-w-0 space-y-4">
        <Section title={t("database.title")}>
          <SystemDatabase {...facts} />
        </Section>
        <Section
          title={t("migrations.title")}
          aside={t("migrations.count", { count: database.migrations.length })}
        >
          <MigrationList migrations={database.migrations} timeZone={timeZone} />
        </Section>
      </div>
      <Section title={t("tables.title")} surface="plain" className="lg:col-span-2">
        <SystemTables tables={database.partitioned} />
      </Section>
    </div>
  );
}
