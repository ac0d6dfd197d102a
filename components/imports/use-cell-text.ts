import { useTranslations } from "next-intl";
import { useLimitWords } from "@/components/limits/use-limit-words";
import type { Cells } from "@/lib/contracts/imports/record-cells";
import type { ImportNoun } from "@/lib/domain/imports/import-plan";
import type {
  CardOrigin,
  EntryMode,
  FundingSource,
  LimitScope,
  Window,
} from "@/lib/domain/limits/limit";
import { formatMoney } from "@/lib/domain/money";

const WORDS_OF: Readonly<Record<string, string>> = {
  tier: "tier",
  window: "window",
  entry_modes: "entryMode",
  funding_sources: "fundingSource",
  card_origins: "cardOrigin",
  days_of_week: "weekday",
};

const list = (cell: string | undefined) => (cell ? cell.split(";") : []);
const scopeOf = ({ terminal_id, store }: Cells): LimitScope => {
  if (terminal_id) return "terminal";
  return store ? "store" : "merchant";
};

/** The limit a row is about, as the words of limits want it. */
const subjectOf = (cells: Cells) => ({
  ...{ scope: scopeOf(cells), store: cells.store || null, terminalId: cells.terminal_id || null },
  window: cells.window as Window,
  windowSeconds: cells.window_seconds ? Number(cells.window_seconds) : null,
  filters: {
    entryModes: list(cells.entry_modes) as EntryMode[],
    fundingSources: list(cells.funding_sources) as FundingSource[],
    cardOrigins: list(cells.card_origins) as CardOrigin[],
    ...{ timeFrom: cells.time_from || null, timeTo: cells.time_to || null },
    daysOfWeek: list(cells.days_of_week).map(Number),
  },
});

/** Rows of a file in the reader's words: whose they are, and what stands in a cell. */
export function useCellText(noun: ImportNoun) {
  const t = useTranslations("imports");
  const enums = useTranslations("enums");
  const limits = useTranslations("limits");
  const words = useLimitWords();
  const statuses = noun === "merchants" ? "merchantStatus" : "terminalStatus";

  const cell = (column: string, cells: Cells): string => {
    const value = cells[column] ?? "";
    const isLimit = column === "max_amount" || column === "max_count";
    if (value === "") return isLimit ? limits("unlimited") : t("nothing");
    if (column === "max_amount" || column === "min_amount") {
      return formatMoney(Number(value), cells.currency ?? "CNY");
    }
    if (column === "max_count") return limits("charges", { count: Number(value) });
    const kind = column === "status" ? statuses : WORDS_OF[column];
    if (!kind) return value;
    return list(value)
      .map((one) => enums(`${kind}.${one}` as "tier.micro"))
      .join(limits("listSeparator"));
  };

  const subject = (cells: Cells): string => {
    if (noun === "merchants") return cells.trading_name ?? "";
    if (noun === "terminals") return limits("whose.terminal", { id: cells.terminal_id ?? "" });
    return words.line(subjectOf(cells));
  };

  return { cell, subject };
}
