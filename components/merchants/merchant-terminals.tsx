import { useTranslations } from "next-intl";
import { ComingStatus } from "@/components/limits/coming-status";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { Amount } from "@/components/money/amount";
import { TerminalStatus } from "@/components/terminals/terminal-status";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import type { TerminalState } from "@/lib/domain/limit-check/snapshot";
import type { Instant } from "@/lib/domain/instant";
import { comingChange, type PendingRequest } from "@/lib/domain/limit-requests/coming-change";
import { WINDOWS } from "@/lib/domain/limits/limit";
import { type LimitView, wholePercent } from "@/lib/domain/limits/limit-view";

type Terminal = {
  terminalId: string;
  name: string | null;
  store: string | null;
  status: TerminalState["status"];
};

type MerchantTerminalsProps = {
  terminals: readonly Terminal[];
  limits: readonly LimitView[];
  pending: ReadonlyMap<string, PendingRequest>;
  /** Ids of the limits that stand as a template filled them in. */
  fromTemplate: readonly string[];
  now: Instant;
  timeZone: string;
};

type LimitLineProps = Pick<
  MerchantTerminalsProps,
  "pending" | "fromTemplate" | "now" | "timeZone"
> & {
  limit: LimitView;
};

function LimitLine({ limit, pending, fromTemplate, now, timeZone }: LimitLineProps) {
  const t = useTranslations("merchants");
  const words = useLimitWords();
  const request = pending.get(limit.limitId);
  const coming = request && comingChange(request, now);
  const { amount, count, currency } = limit;
  const kind = count && !amount ? "count" : "amount";
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <span className="text-muted">
        {words.window(limit)} · {words.counts(limit)}
      </span>
      {amount ? (
        <Amount amountMinor={amount.max} currency={currency} />
      ) : (
        <span>{count ? t("charges", { count: count.max }) : t("noLimit")}</span>
      )}
      {amount && limit.window !== "per_transaction" && (
        <span className="text-muted">
          {t("used", { percent: wholePercent(amount.used + amount.reserved, amount.max) })}
        </span>
      )}
      {fromTemplate.includes(limit.limitId) && (
        <span className="text-meta text-muted">{t("fromTemplate")}</span>
      )}
      {coming && (
        <ComingStatus
          max={kind === "count" ? coming.values.maxCount : coming.values.maxAmountMinor}
          from={coming.approvedFrom}
          {...{ kind, currency, timeZone }}
        />
      )}
    </li>
  );
}

/** Every terminal with the limits of its own, and first those of the merchant as a whole. */
export function MerchantTerminals(props: MerchantTerminalsProps) {
  const { terminals, limits } = props;
  const t = useTranslations("merchants");
  const linesOf = (terminalId: string | null) => {
    const own = limits
      .filter((limit) => limit.terminalId === terminalId)
      .toSorted((a, b) => WINDOWS.indexOf(a.window) - WINDOWS.indexOf(b.window));
    if (own.length === 0) return <span className="text-muted">{t("noLimit")}</span>;
    return (
      <ul>
        {own.map((limit) => (
          <LimitLine key={limit.limitId} {...props} limit={limit} />
        ))}
      </ul>
    );
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
        {ascending.map(({ terminalId, name, store, status }) => (
          <Row key={terminalId}>
            <Cell primary>
              <span>
                <span className="tabular-nums">{terminalId}</span> {name}
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
