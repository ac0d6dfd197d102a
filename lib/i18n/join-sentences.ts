import type { Locale } from "@/lib/i18n/locales";

type Sentence = string | false | null | undefined;

/** Sentences after one another; Chinese ones stand close. What is left out leaves no gap. */
export function joinSentences(locale: Locale, sentences: readonly Sentence[]): string {
  return sentences.filter(Boolean).join(locale === "zh-CN" ? "" : " ");
}
