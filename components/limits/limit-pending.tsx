import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { ComingStatus } from "@/components/limits/coming-status";
import type { Instant } from "@/lib/domain/instant";
import { comingChange } from "@/lib/domain/limit-requests/coming-change";
import type { LimitRow } from "@/lib/domain/limits/limit-row";

type LimitPendingProps = { row: LimitRow; now: Instant; timeZone: string };

/** What is asked of a limit and not in force yet; where nothing is, the way to ask. */
export function LimitPending({ row, now, timeZone }: LimitPendingProps) {
  const t = useTranslations("limits");
  const { pending, currency, limitId } = row;
  if (pending === null) {
    return (
      <TextLink href={`/limit-requests/new?limit=${limitId}`} className="relative z-1">
        {t("askChange")}
      </TextLink>
    );
  }
  const change = comingChange(pending, now);
  const isAmount = change?.values.maxAmountMinor !== row.maxAmountMinor;
  const max = isAmount ? change?.values.maxAmountMinor : change?.values.maxCount;
  return (
    <span className="inline-flex flex-col">
      {change && (
        <ComingStatus
          kind={isAmount ? "amount" : "count"}
          max={max ?? null}
          from={change.approvedFrom}
          {...{ currency, timeZone }}
        />
      )}
      <TextLink
        href={`/limit-requests/${pending.limitRequestId}`}
        className="relative z-1 text-meta"
      >
        {t("openRequest")}
      </TextLink>
    </span>
  );
}
