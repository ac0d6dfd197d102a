import { useTranslations } from "next-intl";
import type { ActionProblem } from "@/lib/contracts/action-result";

/** The sentence for a problem's code; a code without one is told as our fault. */
export function useProblemText() {
  const t = useTranslations("errors.problem");
  return (problem: Pick<ActionProblem, "code">): string => {
    const key = problem.code as "internal";
    return t.has(key) ? t(key) : t("internal");
  };
}
