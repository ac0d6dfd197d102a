import { useTranslations } from "next-intl";
import { ResetTime } from "@/components/time/reset-time";
import type { Instant } from "@/lib/domain/instant";
import type { LeftAfter } from "@/lib/domain/limit-check/left-after";
import { formatMoney } from "@/lib/domain/money";

type LeftAfterLineProps = {
  left: LeftAfter | null;
  currency: string;
  now: Instant;
  timeZone: string;
};

/** What stays left once this charge is made, and until when. */
export function LeftAfterLine({ left, currency, now, timeZone }: LeftAfterLineProps) {
  const t = useTranslations("check");
  if (left === null) return <p className="mt-1">{t("noWindowLimit")}</p>;
  return (
    <p className="mt-1">
      {t("leftAfter", { amount: formatMoney(left.amountMinor, currency) })}
      {left.resetsAt !== null && (
        <span className="text-muted">
          {" · "}
          <ResetTime at={left.resetsAt} now={now} timeZone={timeZone} />
        </span>
      )}
    </p>
  );
}
