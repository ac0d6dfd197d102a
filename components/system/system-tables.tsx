import { useFormatter, useTranslations } from "next-intl";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { useByteSize } from "@/components/system/use-byte-size";
import type { PartitionedTable } from "@/lib/domain/system";

/** The tables that grow, the months there is room for, and how large they are. */
export function SystemTables({ tables }: { tables: readonly PartitionedTable[] }) {
  const t = useTranslations("system.tables");
  const format = useFormatter();
  const size = useByteSize();
  return (
    <Table caption={t("title")}>
      <TableHead>
        <HeaderCell>{t("table")}</HeaderCell>
        <HeaderCell numeric>{t("parts")}</HeaderCell>
        <HeaderCell>{t("months")}</HeaderCell>
        <HeaderCell numeric>{t("rows")}</HeaderCell>
        <HeaderCell numeric>{t("size")}</HeaderCell>
      </TableHead>
      <TableBody>
        {tables.map((row) => (
          <Row key={row.table}>
            <Cell primary>
              <code className="text-meta">{row.table}</code>
            </Cell>
            <Cell label={t("parts")} numeric>
              {format.number(row.partitions)}
            </Cell>
            <Cell label={t("months")}>
              {row.from === null
                ? t("byMerchant")
                : t("range", { from: row.from, until: row.until ?? row.from })}
            </Cell>
            <Cell label={t("rows")} numeric>
              {format.number(row.rows)}
            </Cell>
            <Cell label={t("size")} numeric>
              {size(row.sizeBytes)}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
