import { useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";
import type { FileGuide } from "@/lib/contracts/imports/file-guides";
import type { ImportNoun } from "@/lib/domain/imports/import-plan";

type ColumnGuideProps = { noun: ImportNoun; guide: FileGuide };

/** Every column of a file: what it is called, whether it must be there, how its cells are written. */
export function ColumnGuide({ noun, guide }: ColumnGuideProps) {
  const t = useTranslations("imports");
  const name = t(`noun.${noun}`);
  return (
    <PlainTable
      caption={t("guide", { noun: name })}
      columns={[
        { key: "column", label: t("columnTitle") },
        { key: "means", label: t("means") },
        { key: "written", label: t("written") },
      ]}
      rows={guide.columns.map((column) => ({
        key: column,
        cells: {
          column: <code>{column}</code>,
          means: guide.required.includes(column)
            ? t("required", { name: t(`column.${column as "store"}`) })
            : t(`column.${column as "store"}`),
          written: t(`format.${column === "status" ? `status_${noun}` : column}` as "format.store"),
        },
      }))}
    />
  );
}
