"use client";

import { useTranslations } from "next-intl";
import { formatMoment } from "@/lib/i18n/format-moment";
import { useDateLocale } from "@/components/time/use-date-locale";
import { useDuration } from "@/components/time/use-duration";
import { useNow } from "@/components/time/use-now";
import { useZoneName } from "@/components/time/use-zone-name";
import type { Instant } from "@/lib/domain/instant";

type ResetTimeProps = { at: Instant; now: Instant; timeZone: string };

const DAY_MS = 86_400_000;

/** "resets in 6 h 12 min, 00:00 Beijing time"; names the day too when it is more than one away. */
export function ResetTime({ at, now: serverNow, timeZone }: ResetTimeProps) {
  const locale = useDateLocale();
  const t = useTranslations("time");
  const duration = useDuration();
  const zone = useZoneName();
  const now = useNow(serverNow);
  const style = at - now > DAY_MS ? "short" : "time";
  return (
    <time dateTime={new Date(at).toISOString()}>
      {t("resets", {
        left: duration(at - now),
        at: `${formatMoment(at, style, timeZone, locale)} ${zone(timeZone)}`,
      })}
    </time>
  );
}
