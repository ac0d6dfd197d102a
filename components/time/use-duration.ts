import { useTranslations } from "next-intl";
import { durationParts } from "@/components/time/duration-parts";

/** Says how long a stretch of time is: "6 h 12 min". */
export function useDuration() {
  const t = useTranslations("time.duration");
  return (durationMs: number): string => {
    const parts = durationParts(durationMs);
    switch (parts.unit) {
      case "days":
        return parts.hours === 0 ? t("days", parts) : t("daysHours", parts);
      case "hours":
        return parts.minutes === 0 ? t("hours", parts) : t("hoursMinutes", parts);
      case "minutes":
        return t("minutes", parts);
    }
  };
}
