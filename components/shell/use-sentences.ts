import { useLocale } from "next-intl";
import { joinSentences } from "@/lib/i18n/join-sentences";

/** Puts sentences after one another as the language does. */
export function useSentences() {
  const locale = useLocale();
  return (...sentences: Parameters<typeof joinSentences>[1]) => joinSentences(locale, sentences);
}
