import { useTranslations } from "next-intl";
import { RowLink } from "@/components/ui/row-link";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { type ClaimAction, ClaimButton } from "@/components/limit-requests/claim-button";
import { DueTime } from "@/components/limit-requests/due-time";
import { queueRemarks } from "@/components/limit-requests/queue-remarks";
import { RiskRating } from "@/components/limit-requests/risk-rating";
import type { DataColumns } from "@/components/tables/data-table";
import { useDateLocale } from "@/components/time/use-date-locale";
import { useUntil } from "@/components/time/use-until";
import { ValueChange } from "@/components/limit-requests/value-change";
import type { CutOver } from "@/lib/domain/business-day";
import type { QueueRow } from "@/lib/domain/limit-requests/queue-row";
import type { Instant } from "@/lib/domain/instant";
import type { ColumnOf } from "@/lib/domain/tables/tables";
import { formatMoment } from "@/lib/i18n/format-moment";

export type QueueReader = { userId: string; mayClaim: boolean };

type QueueTableView = { reader: QueueReader; now: Instant; cutOver: CutOver; claim: ClaimAction };

/** What stands in each column of the queue; every row opens and can be claimed by keyboard. */
export function useQueueColumns({
  reader,
  now,
  cutOver,
  claim,
}: QueueTableView): DataColumns<ColumnOf<"queue">, QueueRow> {
  const t = useTranslations("queue");
  return {
    due: {
      label: t("column.due"),
      className: "md:whitespace-nowrap",
      cell: ({ dueAt }) => <DueTime at={dueAt} now={now} timeZone={cutOver.timeZone} />,
    },
    merchant: {
      label: t("column.merchant"),
      primary: true,
      cell: (row) => <MerchantName row={row} />,
    },
    asks: { label: t("column.asks"), cell: (row) => <AsksFor row={row} cutOver={cutOver} /> },
    change: {
      label: t("column.change"),
      className: "lg:whitespace-nowrap",
      cell: ({ asked, current, requested, currency }) => (
        <ValueChange before={current} after={requested} {...{ asked, currency }} oneLine />
      ),
    },
    evidence: {
      label: t("column.evidence"),
      className: "whitespace-nowrap",
      cell: ({ peakPercent }) => <Peak percent={peakPercent} />,
    },
    risk: {
      label: t("column.risk"),
      className: "whitespace-nowrap",
      cell: ({ riskRating }) => <RiskRating rating={riskRating} />,
    },
    reviewer: {
      label: t("column.reviewer"),
      className: "whitespace-nowrap",
      cell: (row) => <Reviewer {...{ row, reader, claim }} />,
    },
  };
}

function Peak({ percent }: { percent: number | null }) {
  const t = useTranslations("queue");
  if (percent === null) return <span className="text-muted">{t("noPeak")}</span>;
  return t("peak", { percent });
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
  const t = useTranslations();
  const locale = useDateLocale();
  const words = useLimitWords();
  const until = useUntil(cutOver);
  const remarks = queueRemarks(t, row, {
    day: (at) => formatMoment(at, "day", cutOver.timeZone, locale),
    until: (at) => until(at, "short"),
  });
  return (
    <span>
      <span className="lg:whitespace-nowrap">
        {words.whose(row)} · {words.window(row)}
      </span>
      <span className="block text-meta text-muted">
        {[words.counts(row), ...remarks].join(" · ")}
      </span>
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
