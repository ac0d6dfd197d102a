import { useTranslations } from "next-intl";
import { Amount } from "@/components/money/amount";
import { TerminalStatus } from "@/components/terminals/terminal-status";
import { PlainTable } from "@/components/ui/plain-table";
import type { TerminalState } from "@/lib/domain/limit-check/snapshot";
import type { LimitView } from "@/lib/domain/limits/limit-view";

type Terminal = {
  terminalId: string;
  name: string | null;
  store: string | null;
  status: TerminalState["status"];
};

type MerchantTerminalsProps = { terminals: readonly Terminal[]; limits: readonly LimitView[] };

function LimitLine({ limit }: { limit: LimitView }) {
  const windows = useTranslations("enums.window");
  const t = useTranslations("merchants");
  return (
    <li className="flex flex-wrap gap-x-2">
      <span className="text-muted">{windows(limit.window)}</span>
      {limit.amount ? (
        <Amount amountMinor={limit.amount.max} currency={limit.currency} />
      ) : (
        <span>{limit.count ? t("charges", { count: limit.count.max }) : t("noLimit")}</span>
      )}
      {limit.amount && limit.window !== "per_transaction" && (
        <span className="text-muted">{t("used", { percent: limit.amount.percentUsed })}</span>
      )}
    </li>
  );
}

/** Every terminal with the limits of its own, and first those of the merchant as a whole. */
export function MerchantTerminals({ terminals, limits }: MerchantTerminalsProps) {
  const t = useTranslations("merchants");
  const linesOf = (terminalId: string | null) => {
    const own = limits.filter((limit) => limit.terminalId === terminalId);
    if (own.length === 0) return <span className="text-muted">{t("noLimit")}</span>;
    return (
      <ul>
        {own.map((limit) => (
          <LimitLine key={limit.limitId} limit={limit} />
        ))}
      </ul>
    );
  };
  const whole = {
    key: "merchant",
    cells: { terminal: t("wholeMerchant"), store: "–", status: "–", limits: linesOf(null) },
  };
  const rows = terminals.map(({ terminalId, name, store, status }) => ({
    key: terminalId,
    cells: {
      terminal: (
        <>
          <span className="tabular-nums">{terminalId}</span> {name}
        </>
      ),
      store: store ?? "–",
      status: <TerminalStatus status={status} />,
      limits: linesOf(terminalId),
    },
  }));
  const hasWhole = limits.some((limit) => limit.terminalId === null);
  return (
    <PlainTable
      caption={t("terminalsAndLimits")}
      columns={[
        { key: "terminal", label: t("column.terminal") },
        { key: "store", label: t("column.store") },
        { key: "status", label: t("column.status") },
        { key: "limits", label: t("column.limits") },
      ]}
      whole
      rows={hasWhole ? [whole, ...rows] : rows}
    />
  );
}
