import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCellText } from "@/components/imports/use-cell-text";
import type { PreviewRow } from "@/lib/contracts/imports/import-preview";
import type { ImportNoun } from "@/lib/domain/imports/import-plan";

type Column = "max_amount";

/** What a new record is known by; the rest of its row is in the file. */
const TELLING: Record<ImportNoun, readonly string[]> = {
  merchants: ["legal_name", "mcc", "tier", "status", "status_reason"],
  terminals: ["store", "status", "status_reason", "entry_modes"],
  limits: ["min_amount", "max_amount", "max_count"],
};

/** The cells a row changes, before and after; of a new record what it is known by. */
export function RowChange({ noun, row }: { noun: ImportNoun; row: PreviewRow }) {
  const t = useTranslations("imports");
  const text = useCellText(noun);
  const { before, after } = row;
  const columns = before
    ? Object.keys(after).filter((column) => after[column] !== before[column])
    : TELLING[noun].filter((column) => after[column] !== "");
  return (
    <span className="inline-flex flex-col max-md:items-end">
      {columns.map((column) => (
        <span key={column} className="inline-flex flex-wrap items-center gap-x-1.5">
          <span className="text-muted">{t(`column.${column as Column}`)}</span>
          {before && (
            <>
              <span>{text.cell(column, before)}</span>
              <ArrowRight aria-label={t("becomes")} className="size-3.5 text-muted" />
            </>
          )}
          <span className="font-medium">{text.cell(column, after)}</span>
        </span>
      ))}
    </span>
  );
}
