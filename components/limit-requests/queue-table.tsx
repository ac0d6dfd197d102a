import { useTranslations } from "next-intl";
import { KeyboardRows } from "@/components/ui/keyboard-rows";
import { RowLink } from "@/components/ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { type ClaimAction, ClaimButton } from "@/components/limit-requests/claim-button";
import { DueTime } from "@/components/limit-requests/due-time";
import { RiskRating } from "@/components/limit-requests/risk-rating";
import { useDateLocale } from "@/components/time/use-date-locale";
import { useUntil } from "@/components/time/use-until";
import { ValueChange } from "@/components/limit-requests/value-change";
import type { CutOver } from "@/lib/domain/business-day";
import type { QueueRow } from "@/lib/domain/limit-requests/queue-row";
import type { Instant } from "@/lib/domain/instant";
import { formatMoment } from "@/lib/i18n/format-moment";

export type QueueReader = { userId: string; mayClaim: boolean };

type QueueTableProps = {
  rows: readonly QueueRow[];
  reader: QueueReader;
  now: Instant;
  cutOver: CutOver;
  claim: ClaimAction;
};

/** Requests to decide, the nearest deadline first; every row opens and can be claimed by keyboard. */
export function QueueTable({ rows, reader, now, cutOver, claim }: QueueTableProps) {
  const t = useTranslations("queue");
  return (
    <KeyboardRows>
      <Table caption={t("title")}>
        <TableHead>
          <HeaderCell>{t("column.due")}</HeaderCell>
          <HeaderCell>{t("column.merchant")}</HeaderCell>
          <HeaderCell>{t("column.asks")}</HeaderCell>
          <HeaderCell>{t("column.change")}</HeaderCell>
          <HeaderCell>{t("column.evidence")}</HeaderCell>
          <HeaderCell>{t("column.risk")}</HeaderCell>
          <HeaderCell>{t("column.reviewer")}</HeaderCell>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <Row key={row.limitRequestId}>
              <Cell label={t("column.due")} className="md:whitespace-nowrap">
                <DueTime at={row.dueAt} now={now} timeZone={cutOver.timeZone} />
              </Cell>
              <Cell primary>
                <MerchantName row={row} />
              </Cell>
              <Cell label={t("column.asks")}>
                <AsksFor row={row} cutOver={cutOver} />
              </Cell>
              <Cell label={t("column.change")} className="lg:whitespace-nowrap">
                <ValueChange
                  asked={row.asked}
                  before={row.current}
                  after={row.requested}
                  currency={row.currency}
                  oneLine
                />
              </Cell>
              <Cell label={t("column.evidence")} className="whitespace-nowrap">
                {row.peakPercent === null ? (
                  <span className="text-muted">{t("noPeak")}</span>
                ) : (
                  t("peak", { percent: row.peakPercent })
                )}
              </Cell>
              <Cell label={t("column.risk")} className="whitespace-nowrap">
                <RiskRating rating={row.riskRating} />
              </Cell>
              <Cell label={t("column.reviewer")} className="whitespace-nowrap">
                <Reviewer row={row} reader={reader} claim={claim} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </KeyboardRows>
  );
}

function MerchantName({ row }: { row: QueueRow }) {
  const tiers = useTranslations("enums.tier");
  return (
    <span>
      <RowLink href={`/queue/${row.merchantId}/${row.limitRequestId}`}>{row.tradingName}</RowLink>
      <span className="block text-meta text-muted">
        {row.merchantId} · {tiers(row.tier as "micro")}
      </span>
    </span>
  );
}

function AsksFor({ row, cutOver }: { row: QueueRow; cutOver: CutOver }) {
  const t = useTranslations("queue");
  const locale = useDateLocale();
  const words = useLimitWords();
  const until = useUntil(cutOver);
  const day = (at: Instant) => formatMoment(at, "day", cutOver.timeZone, locale);
  const remarks = [
    words.counts(row),
    row.isNew ? t("newLimit") : null,
    row.startsAt === null ? null : t("from", { at: day(row.startsAt) }),
    row.endsAt === null ? null : t("until", { at: until(row.endsAt, "short") }),
    row.approvals > 0 ? t("firstGiven") : row.requiredApprovals > 1 ? t("twoPeople") : null,
  ];
  return (
    <span>
      <span className="lg:whitespace-nowrap">
        {words.whose(row)} · {words.window(row)}
      </span>
      <span className="block text-meta text-muted">{remarks.filter(Boolean).join(" · ")}</span>
    </span>
  );
}

type ReviewerProps = { row: QueueRow; reader: QueueReader; claim: ClaimAction };

function Reviewer({ row, reader, claim }: ReviewerProps) {
  const t = useTranslations("queue");
  if (row.isOwn) return <span className="text-muted">{t("own")}</span>;
  if (row.claimedBy) {
    return row.claimedBy.userId === reader.userId ? t("you") : row.claimedBy.name;
  }
  if (!reader.mayClaim) return <span className="text-muted">{t("unclaimed")}</span>;
  return (
    <ClaimButton
      request={{ merchantId: row.merchantId, limitRequestId: row.limitRequestId }}
      kind="claim"
      action={claim}
      label={t("claimOf", { merchant: row.tradingName })}
      size="small"
      rowKey="c"
    />
  );
}
