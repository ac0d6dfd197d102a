import { useTranslations } from "next-intl";
import type { ActionProblem } from "@/lib/contracts/action-result";

/** The sentence for a problem's code; a code without one is told as our fault. */
export function useProblemText() {
  const t = useTranslations("errors.problem");
  return ({ code, extra }: Pick<ActionProblem, "code"> & Partial<ActionProblem>): string => {
    const key = code as "merchant-switched";
    return t.has(key) ? t(key, { merchant: String(extra?.["merchant"]) }) : t("internal");
  };
}
