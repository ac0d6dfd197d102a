import { createHash } from "node:crypto";
import type { Locale } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en.json";
import zhCN from "@/lib/i18n/messages/zh-CN.json";

export const WORDS_PATH = "/words/";

/** The words of each language as they are sent. */
export const WORDS: Readonly<Record<Locale, string>> = {
  en: JSON.stringify(en),
  "zh-CN": JSON.stringify(zhCN),
};

const nameOf = (locale: Locale) => {
  const hash = createHash("sha256").update(WORDS[locale]).digest("base64url").slice(0, 16);
  return `${WORDS_PATH}${locale}.${hash}.json`;
};
const ADDRESSES = { en: nameOf("en"), "zh-CN": nameOf("zh-CN") };

/** Where a browser finds the words of a language; another address whenever they change. */
export const wordsAddress = (locale: Locale): string => ADDRESSES[locale];
