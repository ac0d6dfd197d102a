"use client";

import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import { useDateLocale } from "@/components/time/use-date-locale";
import { useDuration } from "@/components/time/use-duration";
import { useNow } from "@/components/time/use-now";
import type { Instant } from "@/lib/domain/instant";
import { formatMoment } from "@/lib/i18n/format-moment";

type DueTimeProps = {
  at: Instant;
  now: Instant;
  timeZone: string;
  /** Says "due" too, where no heading does. */
  withWord?: boolean;
};

const SOON_MS = 2 * 3_600_000;

/** How long until a deadline, amber in its last two hours, red once it has passed. */
export function DueTime({ at, now: serverNow, timeZone, withWord }: DueTimeProps) {
  const locale = useDateLocale();
  const t = useTranslations("queue");
  const time = useTranslations("time");
  const duration = useDuration();
  const now = useNow(serverNow);
  const left = at - now;
  const text =
    left <= 0
      ? t("overdue", { duration: duration(-left) })
      : withWord
        ? t("dueIn", { duration: duration(left) })
        : time("in", { duration: duration(left) });
  return (
    <time dateTime={new Date(at).toISOString()} title={formatMoment(at, "full", timeZone, locale)}>
      {left > SOON_MS ? text : <Status tone={left <= 0 ? "block" : "warn"}>{text}</Status>}
    </time>
  );
}
