import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { RowChange } from "@/components/imports/row-change";
import { useCellText } from "@/components/imports/use-cell-text";
import type { PreviewRow } from "@/lib/contracts/imports/import-preview";
import type { ImportNoun } from "@/lib/domain/imports/import-plan";

type PreviewRowsProps = { noun: ImportNoun; rows: readonly PreviewRow[] };

/** Rows that change something, each with what it changes and whether it waits for approval. */
export function PreviewRows({ noun, rows }: PreviewRowsProps) {
  const t = useTranslations("imports");
  const text = useCellText(noun);
  return (
    <Table caption={t("rows")}>
      <TableHead>
        <HeaderCell numeric>{t("line")}</HeaderCell>
        <HeaderCell>{t(`what.${noun}`)}</HeaderCell>
        <HeaderCell>{t("change")}</HeaderCell>
        <HeaderCell>{t("effect")}</HeaderCell>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.line}>
            <Cell label={t("line")} numeric>
              {row.line}
            </Cell>
            <Cell primary>
              {text.subject(row.after)}
              <span className="block text-meta text-muted">
                {row.name && <span className="block">{row.name}</span>}
                {row.after.merchant_id}
              </span>
            </Cell>
            <Cell label={t("change")}>
              <RowChange noun={noun} row={row} />
            </Cell>
            <Cell label={t("effect")}>
              <span className="flex flex-wrap gap-1.5">
                {row.before === null && <Badge tone="info">{t("new")}</Badge>}
                <Badge tone={row.route === "request" ? "pending" : "pass"}>
                  {t(`route.${row.route}`)}
                </Badge>
              </span>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
