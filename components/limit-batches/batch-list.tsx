import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { RowLink } from "@/components/ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { BatchRaise } from "@/components/limit-batches/batch-raise";
import { DueTime } from "@/components/limit-requests/due-time";
import { RequestState } from "@/components/limit-requests/request-state";
import { Moment } from "@/components/time/moment";
import type { Instant } from "@/lib/domain/instant";
import type { LimitBatch } from "@/lib/domain/limit-batches/limit-batch";
import { isUndecided } from "@/lib/domain/limit-requests/request-state";

type BatchListProps = {
  caption: string;
  batches: readonly LimitBatch[];
  now: Instant;
  timeZone: string;
};

/** Batches, one a row: how much they ask for, who entered them and until when they are due. */
export function BatchList({ caption, batches, now, timeZone }: BatchListProps) {
  const t = useTranslations("batches");
  return (
    <Table caption={caption}>
      <TableHead>
        <HeaderCell>{t("column.due")}</HeaderCell>
        <HeaderCell>{t("column.batch")}</HeaderCell>
        <HeaderCell>{t("column.raise")}</HeaderCell>
        <HeaderCell>{t("column.maker")}</HeaderCell>
        <HeaderCell>{t("column.state")}</HeaderCell>
      </TableHead>
      <TableBody>
        {batches.map((batch) => (
          <Row key={batch.limitBatchId}>
            <Cell label={t("column.due")} className="md:whitespace-nowrap">
              {isUndecided(batch.state) ? (
                <DueTime at={batch.dueAt} now={now} timeZone={timeZone} />
              ) : (
                <Moment at={batch.resolvedAt ?? batch.endsAt ?? batch.dueAt} timeZone={timeZone} />
              )}
            </Cell>
            <Cell primary>
              <RowLink href={`/queue/batches/${batch.limitBatchId}`}>
                {t("size", { limits: batch.limitsCount, merchants: batch.merchantsCount })}
              </RowLink>
            </Cell>
            <Cell label={t("column.raise")}>
              <BatchRaise raise={batch.raise} />
            </Cell>
            <Cell label={t("column.maker")}>{batch.maker.name}</Cell>
            <Cell label={t("column.state")}>
              <span className="flex flex-wrap gap-1.5">
                <RequestState state={batch.state} />
                {isUndecided(batch.state) && batch.requiredApprovals > 1 && (
                  <Badge tone="neutral">
                    {t(batch.approvals > 0 ? "firstGiven" : "twoPeople")}
                  </Badge>
                )}
              </span>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
