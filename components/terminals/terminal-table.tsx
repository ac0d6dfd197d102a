import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyboardRows } from "@/components/ui/keyboard-rows";
import { RowLink } from "@/components/ui/row-link";
import {
  Cell,
  HeaderCell,
  Row,
  type SortState,
  Table,
  TableBody,
  TableHead,
} from "@/components/ui/table";
import { ComplianceStatus } from "@/components/compliance/compliance-status";
import { Amount } from "@/components/money/amount";
import { DayUse } from "@/components/terminals/day-use";
import { TerminalStatus } from "@/components/terminals/terminal-status";
import { RelativeTime } from "@/components/time/relative-time";
import type { Instant } from "@/lib/domain/instant";
import type { TerminalOverview } from "@/lib/domain/terminals/terminal-overview";

type TerminalTableProps = {
  terminals: readonly TerminalOverview[];
  sortOf: (column: "terminal" | "store" | "seen") => SortState;
  now: Instant;
  timeZone: string;
};

export function TerminalTable({ terminals, sortOf, now, timeZone }: TerminalTableProps) {
  const t = useTranslations("terminals");
  if (terminals.length === 0) {
    return (
      <EmptyState icon={SearchX} title={t("noneFound")}>
        {t("noneFoundHint")}
      </EmptyState>
    );
  }
  return (
    <KeyboardRows>
      <Table caption={t("title")}>
        <TableHead>
          <HeaderCell sort={sortOf("terminal")}>{t("column.terminal")}</HeaderCell>
          <HeaderCell sort={sortOf("store")}>{t("column.store")}</HeaderCell>
          <HeaderCell>{t("column.status")}</HeaderCell>
          <HeaderCell numeric>{t("column.headroom")}</HeaderCell>
          <HeaderCell>{t("column.use")}</HeaderCell>
          <HeaderCell>{t("column.compliance")}</HeaderCell>
          <HeaderCell sort={sortOf("seen")}>{t("column.seen")}</HeaderCell>
        </TableHead>
        <TableBody>
          {terminals.map((overview) => (
            <TerminalRow
              key={overview.terminal.terminalId}
              overview={overview}
              now={now}
              timeZone={timeZone}
            />
          ))}
        </TableBody>
      </Table>
    </KeyboardRows>
  );
}

type TerminalRowProps = { overview: TerminalOverview; now: Instant; timeZone: string };

function TerminalRow({ overview, now, timeZone }: TerminalRowProps) {
  const t = useTranslations("terminals");
  const { terminal, headroom, headroomByCard, currency, limits, compliance } = overview;
  const most = headroomByCard?.[0] ? headroomByCard[0].amountMinor : headroom.amountMinor;
  return (
    <Row>
      <Cell primary>
        <span>
          <RowLink href={`/terminals/${terminal.terminalId}`}>{terminal.terminalId}</RowLink>{" "}
          {terminal.name}
        </span>
      </Cell>
      <Cell label={t("column.store")}>{terminal.store ?? "–"}</Cell>
      <Cell label={t("column.status")}>
        <TerminalStatus status={terminal.status} />
      </Cell>
      <Cell label={t("column.headroom")} numeric>
        {most === null ? t("any") : <Amount amountMinor={most} currency={currency} />}
      </Cell>
      <Cell label={t("column.use")}>
        <DayUse limits={limits} inUse={terminal.status === "deployed"} />
      </Cell>
      <Cell label={t("column.compliance")}>
        <ComplianceStatus status={compliance} />
      </Cell>
      <Cell label={t("column.seen")}>
        {terminal.lastSeenAt === null ? (
          t("never")
        ) : (
          <RelativeTime at={terminal.lastSeenAt} now={now} timeZone={timeZone} />
        )}
      </Cell>
    </Row>
  );
}
