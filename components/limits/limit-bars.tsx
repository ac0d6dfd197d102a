import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { Amount } from "@/components/money/amount";
import { LimitBar } from "@/components/limits/limit-bar";
import { useLimitWords } from "@/components/limits/use-limit-words";
import type { Instant } from "@/lib/domain/instant";
import type { LimitValues } from "@/lib/domain/limits/limit";
import type { LimitView } from "@/lib/domain/limits/limit-view";
import { formatMoney } from "@/lib/domain/money";

/** What is asked for of a limit, and where that request is. */
export type PendingChange = { limitRequestId: string; requested: LimitValues };

type LimitBarsProps = {
  limits: readonly LimitView[];
  pending: ReadonlyMap<string, PendingChange>;
  now: Instant;
  timeZone: string;
  /** Resets at this moment are said elsewhere, once. */
  saidReset?: Instant;
  mayRequest: boolean;
  /** Leaves out whose limit it is, where that is plain. */
  hideWhose?: boolean;
};

/** Each limit in a bar per measure; a limit on single charges in a line of text. */
export function LimitBars(props: LimitBarsProps) {
  const bars = props.limits.filter((limit) => limit.window !== "per_transaction");
  const lines = props.limits.filter((limit) => limit.window === "per_transaction");
  return (
    <div className="space-y-2">
      {bars.map((limit) => (
        <WindowLimit key={limit.limitId} {...props} limit={limit} />
      ))}
      {lines.map((limit) => (
        <ChargeLimit key={limit.limitId} {...props} limit={limit} />
      ))}
    </div>
  );
}

type OneLimitProps = LimitBarsProps & { limit: LimitView };

function WindowLimit(props: OneLimitProps) {
  const { limit, pending, now, timeZone, saidReset, mayRequest, hideWhose } = props;
  const t = useTranslations("limits");
  const words = useLimitWords();
  const change = pending.get(limit.limitId);
  const shared = {
    limit,
    warnPercent: limit.warnPercent,
    resetsAt: limit.resetsAt,
    now,
    timeZone,
    hideReset: limit.resetsAt === saidReset,
    title: hideWhose ? [words.counts(limit), words.window(limit)].join(" · ") : undefined,
  };
  const isNear = [limit.amount, limit.count].some(
    (measure) => measure !== null && measure.percentUsed >= limit.warnPercent,
  );
  const ask = mayRequest && isNear && !change && (
    <TextLink href={`/limit-requests/new?limit=${limit.limitId}`}>{t("askForMore")}</TextLink>
  );
  if (limit.amount === null && limit.count === null) {
    return (
      <p className="text-muted">
        {words.line(limit)}: {t("unlimited")}
      </p>
    );
  }
  return (
    <>
      {limit.amount && (
        <LimitBar
          {...shared}
          measure={{ kind: "amount", ...limit.amount }}
          pending={
            change && change.requested.maxAmountMinor !== limit.maxAmountMinor
              ? { max: change.requested.maxAmountMinor }
              : null
          }
          action={ask}
        />
      )}
      {limit.count && (
        <LimitBar
          {...shared}
          measure={{ kind: "count", ...limit.count }}
          pending={
            change && change.requested.maxCount !== limit.maxCount
              ? { max: change.requested.maxCount }
              : null
          }
          action={limit.amount ? undefined : ask}
        />
      )}
    </>
  );
}

function ChargeLimit({ limit, pending, hideWhose }: OneLimitProps) {
  const t = useTranslations("limits");
  const words = useLimitWords();
  const change = pending.get(limit.limitId);
  const { currency, maxAmountMinor, minAmountMinor } = limit;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-meta">
      <span className="text-muted">
        {hideWhose ? [words.counts(limit), words.window(limit)].join(" · ") : words.line(limit)}
      </span>
      {minAmountMinor !== null && (
        <span>
          ≥ <Amount amountMinor={minAmountMinor} currency={currency} />
        </span>
      )}
      {maxAmountMinor === null ? (
        <span>{t("unlimited")}</span>
      ) : (
        <span>
          ≤ <Amount amountMinor={maxAmountMinor} currency={currency} className="font-medium" />
        </span>
      )}
      {change && (
        <Status tone="pending" className="text-meta">
          {change.requested.maxAmountMinor === null
            ? t("requestedUnlimited")
            : t("requested", { amount: formatMoney(change.requested.maxAmountMinor, currency) })}
        </Status>
      )}
    </p>
  );
}
