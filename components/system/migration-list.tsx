import { useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";
import { Moment } from "@/components/time/moment";
import type { AppliedMigration } from "@/lib/domain/system";

type MigrationListProps = { migrations: readonly AppliedMigration[]; timeZone: string };

/** What was done to the database's shape, the latest first. */
export function MigrationList({ migrations, timeZone }: MigrationListProps) {
  const t = useTranslations("system.migrations");
  return (
    <PlainTable
      caption={t("title")}
      columns={[
        { key: "name", label: t("name") },
        { key: "at", label: t("at"), numeric: true },
      ]}
      rows={migrations.map(({ name, appliedAt }) => ({
        key: name,
        cells: {
          name: <code className="text-meta break-all">{name}</code>,
          at: <Moment at={appliedAt} timeZone={timeZone} style="short" />,
        },
      }))}
    />
  );
}
