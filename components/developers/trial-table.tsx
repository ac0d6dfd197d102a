import { useTranslations } from "next-intl";
import { DECISION_TONE } from "@/components/check/decision-tone";
import { Amount } from "@/components/money/amount";
import { Moment } from "@/components/time/moment";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import type { Trial } from "@/lib/domain/trials";

type TrialTableProps = { events: readonly Trial[]; timeZone: string };

/** Checks, holds, transactions and limit requests made by test keys, newest first. */
export function TrialTable({ events, timeZone }: TrialTableProps) {
  const t = useTranslations("testMode");
  return (
    <Table caption={t("latest")}>
      <TableHead>
        <HeaderCell>{t("column.what")}</HeaderCell>
        <HeaderCell>{t("column.time")}</HeaderCell>
        <HeaderCell>{t("column.terminal")}</HeaderCell>
        <HeaderCell numeric>{t("column.amount")}</HeaderCell>
        <HeaderCell>{t("column.outcome")}</HeaderCell>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <Row key={event.id}>
            <Cell primary>
              <span className="min-w-0">
                {t(`kind.${event.kind}`)}
                <span className="block font-mono text-meta text-muted [overflow-wrap:anywhere]">
                  {event.id}
                </span>
              </span>
            </Cell>
            <Cell label={t("column.time")} className="md:whitespace-nowrap">
              <Moment at={event.at} timeZone={timeZone} style="exact" />
            </Cell>
            <Cell label={t("column.terminal")} className="font-mono">
              {event.terminalId}
            </Cell>
            <Cell label={t("column.amount")} numeric>
              {event.amountMinor !== null && (
                <Amount amountMinor={event.amountMinor} currency={event.currency} />
              )}
            </Cell>
            <Cell label={t("column.outcome")}>
              <Outcome event={event} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function Outcome({ event }: { event: Trial }) {
  const t = useTranslations();
  switch (event.kind) {
    case "check":
      return (
        <Status tone={DECISION_TONE[event.outcome]}>{t(`enums.decision.${event.outcome}`)}</Status>
      );
    case "reservation":
      return t(`testMode.hold.${event.outcome}`);
    case "transaction":
      return t(`testMode.transaction.${event.outcome}`, { code: event.responseCode });
    case "limit_request":
      return t(`enums.requestState.${event.outcome}`);
  }
}
