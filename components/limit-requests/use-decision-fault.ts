import { useTranslations } from "next-intl";
import type { ActionProblem } from "@/lib/contracts/action-result";

/** What the rules had against a decision, in words; null for any other problem. */
export function useDecisionFault(problem: ActionProblem | null): string | null {
  const t = useTranslations("decision");
  if (problem === null) return null;
  const { refusal } = problem.extra;
  if (typeof refusal === "string" && t.has(`refused.${refusal as "is_maker"}`)) {
    return t(`refused.${refusal as "is_maker"}`);
  }
  const code = problem.fields[0]?.code;
  if (code && t.has(`fault.${code as "grants_nothing"}`)) {
    return t(`fault.${code as "grants_nothing"}`);
  }
  return problem.code === "conflict" ? t("changed") : null;
}
