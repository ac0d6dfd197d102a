import { useTranslations } from "next-intl";
import { LimitLines, type LimitLinesProps } from "@/components/merchants/limit-lines";
import { TerminalStatus } from "@/components/terminals/terminal-status";
import { RowLink } from "@/components/ui/row-link";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import type { TerminalState } from "@/lib/domain/limit-check/snapshot";
import { WINDOWS } from "@/lib/domain/limits/limit";

type Terminal = {
  merchantId: string;
  terminalId: string;
  name: string | null;
  store: string | null;
  status: TerminalState["status"];
};

type MerchantTerminalsProps = LimitLinesProps & { terminals: readonly Terminal[] };

/** Every terminal with the limits of its own, and first those of the merchant as a whole. */
export function MerchantTerminals({ terminals, limits, ...lines }: MerchantTerminalsProps) {
  const { pending, fromTemplate, now, timeZone } = lines;
  const t = useTranslations("merchants");
  const linesOf = (terminalId: string | null) => {
    const own = limits
      .filter((limit) => limit.terminalId === terminalId)
      .toSorted((a, b) => WINDOWS.indexOf(a.window) - WINDOWS.indexOf(b.window));
    return <LimitLines limits={own} {...{ pending, fromTemplate, now, timeZone }} />;
  };
  const ascending = terminals.toSorted((a, b) => (a.terminalId < b.terminalId ? -1 : 1));
  const hasWhole = limits.some((limit) => limit.terminalId === null);
  return (
    <Table caption={t("terminalsAndLimits")}>
      <TableHead>
        <HeaderCell>{t("column.terminal")}</HeaderCell>
        <HeaderCell>{t("column.store")}</HeaderCell>
        <HeaderCell>{t("column.status")}</HeaderCell>
        <HeaderCell>{t("column.limits")}</HeaderCell>
      </TableHead>
      <TableBody>
        {hasWhole && (
          <Row>
            <Cell primary>{t("wholeMerchant")}</Cell>
            <Cell label={t("column.store")}>–</Cell>
            <Cell label={t("column.status")}>–</Cell>
            <Cell>{linesOf(null)}</Cell>
          </Row>
        )}
        {ascending.map(({ merchantId, terminalId, name, store, status }) => (
          <Row key={terminalId}>
            <Cell primary>
              <span>
                <RowLink
                  href={`/merchants/${merchantId}/terminals/${terminalId}`}
                  className="tabular-nums"
                >
                  {terminalId}
                </RowLink>{" "}
                {name}
              </span>
            </Cell>
            <Cell label={t("column.store")}>{store ?? "–"}</Cell>
            <Cell label={t("column.status")}>
              <TerminalStatus status={status} />
            </Cell>
            <Cell>{linesOf(terminalId)}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
