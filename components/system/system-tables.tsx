import { useFormatter, useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";
import { useByteSize } from "@/components/system/use-byte-size";
import type { PartitionedTable } from "@/lib/domain/system";

/** The tables that grow, the months there is room for, and how large they are. */
export function SystemTables({ tables }: { tables: readonly PartitionedTable[] }) {
  const t = useTranslations("system.tables");
  const format = useFormatter();
  const size = useByteSize();
  return (
    <PlainTable
      whole
      caption={t("title")}
      columns={[
        { key: "table", label: t("table") },
        { key: "parts", label: t("parts"), numeric: true },
        { key: "months", label: t("months") },
        { key: "rows", label: t("rows"), numeric: true },
        { key: "size", label: t("size"), numeric: true },
      ]}
      rows={tables.map((row) => ({
        key: row.table,
        cells: {
          table: <code className="text-meta">{row.table}</code>,
          parts: format.number(row.partitions),
          months:
            row.from === null
              ? t("byMerchant")
              : t("range", { from: row.from, until: row.until ?? row.from }),
          rows: format.number(row.rows),
          size: size(row.sizeBytes),
        },
      }))}
    />
  );
}
