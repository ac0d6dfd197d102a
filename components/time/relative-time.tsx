"use client";

import { useTranslations } from "next-intl";
import { formatMoment } from "@/lib/i18n/format-moment";
import { useDateLocale } from "@/components/time/use-date-locale";
import { useDuration } from "@/components/time/use-duration";
import { useNow } from "@/components/time/use-now";
import type { Instant } from "@/lib/domain/instant";

type RelativeTimeProps = { at: Instant; now: Instant; timeZone: string; className?: string };

/** "3 h ago" or "in 40 min"; the exact moment is in the title. */
export function RelativeTime({ at, now: serverNow, timeZone, className }: RelativeTimeProps) {
  const locale = useDateLocale();
  const t = useTranslations("time");
  const duration = useDuration();
  const now = useNow(serverNow);
  const text =
    at > now
      ? t("in", { duration: duration(at - now) })
      : t("ago", { duration: duration(now - at) });
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatMoment(at, "full", timeZone, locale)}
      className={className}
    >
      {text}
    </time>
  );
}
