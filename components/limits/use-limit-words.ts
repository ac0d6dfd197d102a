import { useTranslations } from "next-intl";
import { limitWords } from "@/components/limits/limit-words";

/** Whose limit it is and what it counts, in the reader's language. */
export const useLimitWords = () => limitWords(useTranslations());
