import type { Words } from "@/components/tables/csv-column";
import type { Instant } from "@/lib/domain/instant";
import type { QueueRow } from "@/lib/domain/limit-requests/queue-row";

type Days = { day: (at: Instant) => string; until: (at: Instant) => string };

/** What sets a request in the queue apart: a new limit, its period, how many approvals it wants. */
export function queueRemarks(t: Words, row: QueueRow, { day, until }: Days): string[] {
  const remarks = [
    row.isNew ? t("queue.newLimit") : null,
    row.startsAt === null ? null : t("queue.from", { at: day(row.startsAt) }),
    row.endsAt === null ? null : t("queue.until", { at: until(row.endsAt) }),
    row.approvals > 0
      ? t("queue.firstGiven")
      : row.requiredApprovals > 1
        ? t("queue.twoPeople")
        : null,
  ];
  return remarks.filter((remark) => remark !== null);
}
