import { useTranslations } from "next-intl";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import type { ReadFault } from "@/lib/contracts/imports/read-fault";

/** What is wrong, where it stands, and what to do about it. */
export function FaultRows({ faults }: { faults: readonly ReadFault[] }) {
  const t = useTranslations("imports");
  return (
    <Table caption={t("faults")}>
      <TableHead>
        <HeaderCell numeric>{t("line")}</HeaderCell>
        <HeaderCell>{t("columnTitle")}</HeaderCell>
        <HeaderCell>{t("whatToDo")}</HeaderCell>
      </TableHead>
      <TableBody>
        {faults.map(({ line, column, code, named, also }, n) => (
          <Row key={n}>
            <Cell label={t("line")} numeric>
              {line}
            </Cell>
            <Cell label={t("columnTitle")}>
              {column === null ? t("wholeRow") : <code>{column}</code>}
            </Cell>
            <Cell primary>
              <span className="text-block">{t(`fault.${code}`, { named, also })}</span>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
