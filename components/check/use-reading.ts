import { useTranslations } from "next-intl";
import { useDateLocale } from "@/components/time/use-date-locale";
import type { Reading } from "@/lib/i18n/reason-sentence";

/** What sentences about reasons are written with: language and the zone their times are told in. */
export function useReading(timeZone: string): Reading {
  return { t: useTranslations(), locale: useDateLocale(), timeZone };
}
