import { useTranslations } from "next-intl";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import type { ReadFault } from "@/lib/contracts/imports/read-fault";

type FaultRowsProps = { caption: string; faults: readonly ReadFault[] };

/** What is wrong, where it stands, and what to do about it. */
export function FaultRows({ caption, faults }: FaultRowsProps) {
  const t = useTranslations("imports");
  const isTold = faults.some(({ about }) => about !== null);
  return (
    <Table caption={caption}>
      <TableHead>
        <HeaderCell numeric>{t("line")}</HeaderCell>
        {isTold && <HeaderCell>{t("whose")}</HeaderCell>}
        <HeaderCell>{t("columnTitle")}</HeaderCell>
        <HeaderCell>{t("whatToDo")}</HeaderCell>
      </TableHead>
      <TableBody>
        {faults.map(({ line, column, code, named, also, about }, n) => (
          <Row key={n}>
            <Cell label={t("line")} numeric>
              {line}
            </Cell>
            {isTold && (
              <Cell label={t("whose")} className={about ? "tabular-nums" : "max-md:hidden"}>
                {about?.merchantId}
                {about?.terminalId && <span className="block">{about.terminalId}</span>}
              </Cell>
            )}
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
