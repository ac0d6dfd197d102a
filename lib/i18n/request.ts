import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { CLOCK_COOKIE, DEFAULT_CLOCK, isClock } from "@/lib/i18n/clock";
import {
  DEFAULT_TIME_ZONE,
  isLocale,
  LOCALE_COOKIE,
  localeFromAcceptLanguage,
} from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en.json";
import zhCN from "@/lib/i18n/messages/zh-CN.json";

export const MESSAGES = { en, "zh-CN": zhCN };

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = isLocale(chosen)
    ? chosen
    : localeFromAcceptLanguage((await headers()).get("accept-language"));
  const clock = (await cookies()).get(CLOCK_COOKIE)?.value;
  const { time, ...messages } = MESSAGES[locale];
  const ofPerson = { ...time, clock: isClock(clock) ? clock : DEFAULT_CLOCK };
  return { locale, messages: { ...messages, time: ofPerson }, timeZone: DEFAULT_TIME_ZONE };
});
