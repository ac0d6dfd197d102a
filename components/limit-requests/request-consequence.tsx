"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { useSentences } from "@/components/shell/use-sentences";
import { ValueChange } from "@/components/limit-requests/value-change";
import { useDateLocale } from "@/components/time/use-date-locale";
import { useUntil } from "@/components/time/use-until";
import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import { type DecisionTime, dueAt, isRoundTheClock } from "@/lib/domain/limit-requests/due-at";
import type { RequestPreview } from "@/lib/domain/limit-requests/preview-request";
import type { LimitValues } from "@/lib/domain/limits/limit";
import { formatMoney } from "@/lib/domain/money";
import { formatMoment } from "@/lib/i18n/format-moment";

type RequestConsequenceProps = {
  preview: Extract<RequestPreview, { ok: true }>;
  current: LimitValues;
  currency: string;
  now: Instant;
  cutOver: CutOver;
  thresholdMinor: number | null;
  decisionTime: DecisionTime;
};

/** Before and after, from when, and who must agree. */
export function RequestConsequence(props: RequestConsequenceProps) {
  const { preview, current, currency, now, cutOver, thresholdMinor, decisionTime } = props;
  const t = useTranslations("limitRequests.consequence");
  const sentences = useSentences();
  const locale = useDateLocale();
  const moment = (at: Instant) => formatMoment(at, "full", cutOver.timeZone, locale);
  const until = useUntil(cutOver);
  const begins = preview.startsAt > now ? t("from", { at: moment(preview.startsAt) }) : null;
  const ends = preview.endsAt === null ? null : t("until", { at: until(preview.endsAt) });
  const { isTightening, requiredApprovals } = preview;
  const twoPeople =
    thresholdMinor === null
      ? t("twoPeopleAlways", { currency })
      : t("twoPeople", { amount: formatMoney(thresholdMinor, currency) });
  const due = dueAt(now, preview.startsAt, decisionTime);
  return (
    <Notice tone={isTightening ? "warn" : "info"}>
      <p>
        <ValueChange
          asked={preview.asked}
          before={current}
          after={preview.values}
          currency={currency}
          withNames
        />
      </p>
      {(begins || ends) && <p>{sentences(begins, ends)}</p>}
      {isTightening ? (
        <p>{t(begins ? "tighteningLater" : "tightening")}</p>
      ) : (
        <p>
          {sentences(
            requiredApprovals === 2 ? twoPeople : t("onePerson"),
            t(isRoundTheClock(decisionTime) ? "within" : "withinOffice", {
              hours: decisionTime.decisionHours,
              at: moment(due),
            }),
          )}
        </p>
      )}
    </Notice>
  );
}
