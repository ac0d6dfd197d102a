import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { Amount } from "@/components/money/amount";
import { LimitBar } from "@/components/limits/limit-bar";
import { ComingStatus } from "@/components/limits/coming-status";
import { useLimitWords } from "@/components/limits/use-limit-words";
import type { Instant } from "@/lib/domain/instant";
import {
  type ComingChange,
  comingChange,
  type PendingRequest,
} from "@/lib/domain/limit-requests/coming-change";
import type { LimitView } from "@/lib/domain/limits/limit-view";

type LimitBarsProps = {
  limits: readonly LimitView[];
  pending: ReadonlyMap<string, PendingRequest>;
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

function comingOf({ limit, pending, now }: OneLimitProps): ComingChange | null {
  const request = pending.get(limit.limitId);
  return request ? comingChange(request, now) : null;
}

function WindowLimit(props: OneLimitProps) {
  const { limit, pending, now, timeZone, saidReset, mayRequest, hideWhose } = props;
  const t = useTranslations("limits");
  const words = useLimitWords();
  const change = comingOf(props);
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
  const ask = mayRequest && isNear && !pending.has(limit.limitId) && (
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
            change && change.values.maxAmountMinor !== limit.maxAmountMinor
              ? { max: change.values.maxAmountMinor, from: change.approvedFrom }
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
            change && change.values.maxCount !== limit.maxCount
              ? { max: change.values.maxCount, from: change.approvedFrom }
              : null
          }
          action={limit.amount ? undefined : ask}
        />
      )}
    </>
  );
}

function ChargeLimit(props: OneLimitProps) {
  const { limit, hideWhose, timeZone } = props;
  const t = useTranslations("limits");
  const words = useLimitWords();
  const change = comingOf(props);
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
        <ComingStatus
          max={change.values.maxAmountMinor}
          from={change.approvedFrom}
          {...{ kind: "amount", currency, timeZone }}
        />
      )}
    </p>
  );
}
