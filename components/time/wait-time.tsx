"use client";

import { useTranslations } from "next-intl";
import { useDateLocale } from "@/components/time/use-date-locale";
import { useDuration } from "@/components/time/use-duration";
import { useNow } from "@/components/time/use-now";
import { useZoneName } from "@/components/time/use-zone-name";
import type { Instant } from "@/lib/domain/instant";
import { formatMoment } from "@/lib/i18n/format-moment";

type WaitTimeProps = { at: Instant; now: Instant; timeZone: string };

/** "or wait 6 h 12 min, until 25 Nov, 00:00 Beijing time" */
export function WaitTime({ at, now: serverNow, timeZone }: WaitTimeProps) {
  const locale = useDateLocale();
  const t = useTranslations("time");
  const duration = useDuration();
  const zone = useZoneName();
  const now = useNow(serverNow);
  return (
    <time dateTime={new Date(at).toISOString()}>
      {t("wait", {
        duration: duration(at - now),
        at: `${formatMoment(at, "short", timeZone, locale)} ${zone(timeZone)}`,
      })}
    </time>
  );
}
