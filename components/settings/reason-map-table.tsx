import { useTranslations } from "next-intl";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { REASON_CODES } from "@/lib/domain/limit-check/reason-codes";

type ReasonMapTableProps = {
  title: string;
  reasonMap: Readonly<Record<string, string>>;
  meanings: Readonly<Record<string, string>>;
};

/** Which code a terminal is expected to show for each of our own reasons. */
export function ReasonMapTable({ title, reasonMap, meanings }: ReasonMapTableProps) {
  const t = useTranslations("settings");
  const reason = useTranslations("reasonNames");
  return (
    <Table caption={title}>
      <TableHead>
        <HeaderCell>{t("column.reason")}</HeaderCell>
        <HeaderCell>{t("column.expected")}</HeaderCell>
        <HeaderCell>{t("code.meaning")}</HeaderCell>
      </TableHead>
      <TableBody>
        {REASON_CODES.map((code) => {
          const expected = reasonMap[code];
          return (
            <Row key={code}>
              <Cell primary>
                <span>
                  {reason(code)}
                  <span className="block font-mono text-meta font-normal break-all text-muted">
                    {code}
                  </span>
                </span>
              </Cell>
              <Cell label={t("column.expected")} className="tabular-nums">
                {expected ?? <span className="text-muted">{t("noCode")}</span>}
              </Cell>
              <Cell prose label={t("code.meaning")}>
                {expected ? (meanings[expected] ?? "–") : "–"}
              </Cell>
            </Row>
          );
        })}
      </TableBody>
    </Table>
  );
}
