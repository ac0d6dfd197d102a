"use client";

import { useTranslations } from "next-intl";
import { DECISION_TONE } from "@/components/check/decision-tone";
import { useChargeWords } from "@/components/check/use-charge-words";
import type { JudgedRow } from "@/components/check/use-check-many";
import { Amount } from "@/components/money/amount";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";

type ChargeTableProps = { rows: readonly JudgedRow[]; merchantId: string; timeZone: string };

/** What was read of each line, then its verdict, the decisive reason and what would pass. */
export function ChargeTable({ rows, merchantId, timeZone }: ChargeTableProps) {
  const t = useTranslations("checkMany");
  return (
    <Table caption={t("charges")}>
      <TableHead>
        <HeaderCell numeric>{t("column.line")}</HeaderCell>
        <HeaderCell>{t("column.terminal")}</HeaderCell>
        <HeaderCell numeric>{t("column.amount")}</HeaderCell>
        <HeaderCell>{t("column.verdict")}</HeaderCell>
        <HeaderCell>{t("column.reason")}</HeaderCell>
      </TableHead>
      <TableBody>
        {rows.map((judged, at) => (
          <Row key={at}>
            <ChargeCells {...{ judged, merchantId, timeZone }} />
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

type ChargeCellsProps = Omit<ChargeTableProps, "rows"> & { judged: JudgedRow };

function ChargeCells({ judged: { row, checked }, merchantId, timeZone }: ChargeCellsProps) {
  const t = useTranslations("checkMany");
  const modes = useTranslations("enums.entryMode");
  const words = useChargeWords(timeZone);
  const line = (
    <Cell numeric className="text-muted tabular-nums max-md:hidden">
      {row.line}
    </Cell>
  );
  const lineOnPhone = <span className="text-muted md:hidden">{row.line}. </span>;
  if (!row.ok) {
    return (
      <>
        {line}
        <Cell primary className="md:[overflow-wrap:anywhere]">
          <span className="line-clamp-2">
            {lineOnPhone}
            <code className="font-mono text-meta">{shownText(row)}</code>
          </span>
        </Cell>
        <Cell className="max-md:hidden">{null}</Cell>
        <Cell label={t("column.verdict")}>
          <Status tone="warn">{t("unreadable")}</Status>
        </Cell>
        <Cell label={t("column.reason")}>{t(`fault.${row.fault}`)}</Cell>
      </>
    );
  }
  const { proposal } = row;
  const told = checked && words(checked.result, { merchantId, ...proposal });
  return (
    <>
      {line}
      <Cell primary>
        <span>
          {lineOnPhone}
          {proposal.terminalId}
          {proposal.entryMode && (
            <span className="block text-meta font-normal text-muted">
              {modes(proposal.entryMode)}
            </span>
          )}
        </span>
      </Cell>
      <Cell numeric label={t("column.amount")}>
        <Amount {...proposal} />
      </Cell>
      <Cell label={t("column.verdict")} className="md:whitespace-nowrap">
        {checked && told ? (
          <span data-decision={checked.result.decision}>
            <Status tone={DECISION_TONE[checked.result.decision]}>{told.verdict}</Status>
          </span>
        ) : (
          <span className="text-muted">{t("ready")}</span>
        )}
      </Cell>
      <Cell prose label={told?.reason ? t("column.reason") : undefined}>
        {told?.reason && (
          <span>
            {told.reason}
            {told.passes.length > 0 && (
              <span className="block text-meta text-muted">
                {t("wouldPass", { ways: told.passes.join(t("separator")) })}
              </span>
            )}
          </span>
        )}
      </Cell>
    </>
  );
}

/** What may be a card number is not even shown again. */
const shownText = (row: Extract<JudgedRow["row"], { ok: false }>) =>
  row.fault === "card_number" ? row.text.replace(/\d/g, "•") : row.text;
