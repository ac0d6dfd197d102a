import { createTranslator } from "use-intl/core";
import type { Reason } from "@/lib/domain/limit-check/reason";
import en from "@/lib/i18n/messages/en.json";
import zhCN from "@/lib/i18n/messages/zh-CN.json";
import { type ReasonCharge, reasonSentence } from "@/lib/i18n/reason-sentence";

const ENGLISH = createTranslator({ locale: "en", messages: en });
const CHINESE = createTranslator({ locale: "zh-CN", messages: zhCN });

/** The sentence of a reason in both languages, as an answer of the API carries it. */
export function reasonText(
  reason: Reason,
  charge: ReasonCharge,
  timeZone: string,
): { en: string; zh: string } {
  return {
    en: reasonSentence(reason, charge, { t: ENGLISH, locale: "en", timeZone }),
    zh: reasonSentence(reason, charge, { t: CHINESE, locale: "zh-CN", timeZone }),
  };
}
