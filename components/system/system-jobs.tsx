import { useFormatter, useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";
import { Status } from "@/components/ui/status";
import { RelativeTime } from "@/components/time/relative-time";
import type { Instant } from "@/lib/domain/instant";
import type { JobQueue } from "@/lib/domain/system";

type SystemJobsProps = { jobs: readonly JobQueue[]; now: Instant; timeZone: string };

/** What works beside the requests, what waits, and what gave up. */
export function SystemJobs({ jobs, now, timeZone }: SystemJobsProps) {
  const t = useTranslations("system.jobs");
  const format = useFormatter();
  const failed = jobs.reduce((sum, job) => sum + job.failed, 0);
  return (
    <>
      <p className="mb-2">
        {failed === 0 ? (
          <Status tone="pass">{t("noneFailed")}</Status>
        ) : (
          <Status tone="block">{t("someFailed", { count: failed })}</Status>
        )}
      </p>
      <PlainTable
        whole
        caption={t("title")}
        columns={[
          { key: "task", label: t("task") },
          { key: "waiting", label: t("waiting"), numeric: true },
          { key: "failed", label: t("failed"), numeric: true },
          { key: "next", label: t("next"), numeric: true },
        ]}
        rows={jobs.map((job) => ({
          key: job.task,
          cells: {
            task: t.has(`name.${job.task as "forget_outdated"}`)
              ? t(`name.${job.task as "forget_outdated"}`)
              : job.task,
            waiting: format.number(job.waiting),
            failed: format.number(job.failed),
            next:
              job.oldestAt === null ? (
                "–"
              ) : (
                <RelativeTime at={job.oldestAt} now={now} timeZone={timeZone} />
              ),
          },
        }))}
      />
    </>
  );
}
