import { useTranslations } from "next-intl";
import { useDateLocale } from "@/components/time/use-date-locale";
import { useUntil } from "@/components/time/use-until";
import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import { formatMoment } from "@/lib/i18n/format-moment";

type ReviewPeriodProps = {
  startsAt: Instant | null;
  endsAt: Instant | null;
  cutOver: CutOver;
};

/** From when until when a change would hold. */
export function ReviewPeriod({ startsAt, endsAt, cutOver }: ReviewPeriodProps) {
  const t = useTranslations("decision");
  const locale = useDateLocale();
  const end = useUntil(cutOver);
  const text = (at: Instant) => formatMoment(at, "full", cutOver.timeZone, locale);
  const from = startsAt === null ? t("fromDecision") : t("from", { at: text(startsAt) });
  const until = endsAt === null ? t("noEnd") : t("until", { at: end(endsAt) });
  return (
    <span>
      {from} · {until}
    </span>
  );
}
