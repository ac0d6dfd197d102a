import { useTranslations } from "next-intl";
import { ComingStatus } from "@/components/limits/coming-status";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { Amount } from "@/components/money/amount";
import type { Instant } from "@/lib/domain/instant";
import { comingChange, type PendingRequest } from "@/lib/domain/limit-requests/coming-change";
import { type LimitView, wholePercent } from "@/lib/domain/limits/limit-view";

export type LimitLinesProps = {
  limits: readonly LimitView[];
  pending: ReadonlyMap<string, PendingRequest>;
  /** Ids of the limits that stand as a template filled them in. */
  fromTemplate: readonly string[];
  now: Instant;
  timeZone: string;
  /** Says of each limit whose it is, where they are not all of one. */
  saysWhose?: boolean;
};

/** Limits a line each, as staff read them: what counts, how much, how much of it is used, what is to come. */
export function LimitLines({ limits, ...rest }: LimitLinesProps) {
  const t = useTranslations("merchants");
  if (limits.length === 0) return <span className="text-muted">{t("noLimit")}</span>;
  return (
    <ul>
      {limits.map((limit) => (
        <LimitLine key={limit.limitId} {...rest} limit={limit} />
      ))}
    </ul>
  );
}

type LimitLineProps = Omit<LimitLinesProps, "limits"> & { limit: LimitView };

function LimitLine(props: LimitLineProps) {
  const { limit, pending, fromTemplate, now, timeZone, saysWhose } = props;
  const t = useTranslations("merchants");
  const words = useLimitWords();
  const request = pending.get(limit.limitId);
  const coming = request && comingChange(request, now);
  const { amount, count, currency } = limit;
  const kind = count && !amount ? "count" : "amount";
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <span className="text-muted">
        {saysWhose && `${words.whose(limit)} · `}
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
