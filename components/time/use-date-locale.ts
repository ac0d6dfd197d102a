import { useLocale, useTranslations } from "next-intl";
import { type DateLocale, withClock } from "@/lib/i18n/clock";

/** What moments are written with: the language, and the clock that came along with the messages. */
export function useDateLocale(): DateLocale {
  return withClock(useLocale(), useTranslations("time")("clock"));
}
