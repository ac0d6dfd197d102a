import { useTranslations } from "next-intl";
import { boundText } from "@/components/limit-requests/bound-text";

/** A bound of a limit in the reader's language. */
export const useBoundText = (currency: string) => boundText(useTranslations(), currency);
