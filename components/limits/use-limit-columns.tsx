import { useTranslations } from "next-intl";
import { RowLink } from "@/components/ui/row-link";
import type { SortState } from "@/components/ui/table";
import { LimitPending } from "@/components/limits/limit-pending";
import { LimitSourceText } from "@/components/limits/limit-source-text";
import { LimitUse } from "@/components/limits/limit-use";
import { LimitValidity } from "@/components/limits/limit-validity";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { Amount } from "@/components/money/amount";
import type { DataColumns } from "@/components/tables/data-table";
import { RelativeTime } from "@/components/time/relative-time";
import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import { type LimitRow, mostUsed } from "@/lib/domain/limits/limit-row";
import type { ColumnOf } from "@/lib/domain/tables/tables";

export type LimitTableClock = { now: Instant; cutOver: CutOver };

/** What stands in each column of the table of a merchant's limits. */
export function useLimitColumns(
  sortOf: (column: string) => SortState,
  { now, cutOver }: LimitTableClock,
  mayRequest: boolean,
): DataColumns<ColumnOf<"limits">, LimitRow> {
  const t = useTranslations("limitTable");
  const words = useLimitWords();
  const { timeZone } = cutOver;
  return {
    limit: {
      label: t("column.limit"),
      primary: true,
      sort: sortOf("limit"),
      cell: (row) => <Whose row={row} text={words.whose(row)} />,
    },
    window: { label: t("column.window"), sort: sortOf("window"), cell: words.window },
    counts: { label: t("column.counts"), className: "md:min-w-24", cell: words.counts },
    max: {
      label: t("column.max"),
      numeric: true,
      cell: (row) => <Bound amountMinor={row.maxAmountMinor} currency={row.currency} />,
    },
    min: {
      label: t("column.min"),
      numeric: true,
      cell: ({ minAmountMinor, currency }) =>
        minAmountMinor === null ? null : (
          <Amount amountMinor={minAmountMinor} currency={currency} />
        ),
    },
    count: { label: t("column.count"), numeric: true, cell: ({ maxCount }) => maxCount },
    used: {
      label: t("column.used"),
      sort: sortOf("used"),
      cell: (row) => {
        const measure = mostUsed(row);
        return measure && <LimitUse {...{ row, measure }} title={words.line(row)} />;
      },
    },
    resets: {
      label: t("column.resets"),
      className: "xl:whitespace-nowrap",
      cell: ({ resetsAt }) =>
        resetsAt === null ? null : <RelativeTime at={resetsAt} now={now} timeZone={timeZone} />,
    },
    pending: {
      label: t("column.pending"),
      cell: (row) =>
        row.pending || mayRequest ? <LimitPending {...{ row, now, timeZone }} /> : null,
    },
    source: {
      label: t("column.source"),
      className: "text-meta",
      cell: ({ source }) => source && <LimitSourceText source={source} />,
    },
    validity: {
      label: t("column.validity"),
      className: "text-meta",
      cell: (row) =>
        row.status === "scheduled" || row.endsAt !== null ? (
          <LimitValidity limit={row} cutOver={cutOver} />
        ) : null,
    },
  };
}

function Whose({ row, text }: { row: LimitRow; text: string }) {
  if (row.terminalId === null) return text;
  return (
    <span>
      <RowLink href={`/terminals/${row.terminalId}`}>{text}</RowLink>{" "}
      <span className="whitespace-nowrap">{row.terminalName}</span>
    </span>
  );
}

function Bound({ amountMinor, currency }: { amountMinor: number | null; currency: string }) {
  const t = useTranslations("limits");
  if (amountMinor === null) return <span className="text-muted">{t("unlimited")}</span>;
  return <Amount amountMinor={amountMinor} currency={currency} />;
}
