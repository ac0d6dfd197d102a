"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { callAction } from "@/components/shell/call-action";
import { showToast } from "@/components/ui/toast";
import type { ActionProblem, ActionResult } from "@/lib/contracts/action-result";
import type { DecisionSent } from "@/lib/contracts/decision-form";
import type { Outcome } from "@/lib/domain/limit-requests/plan-decision";

type Question = { merchantId: string; limitRequestId: string; question: string };

export type DecideActions = {
  decide: (sent: DecisionSent) => Promise<ActionResult<Outcome>>;
  ask: (sent: Question) => Promise<ActionResult<void>>;
};

/** Somebody else has decided in the meantime. */
const isOutdated = ({ code, extra }: ActionProblem) =>
  code === "conflict" || extra.refusal === "not_undecided";

/** Sends a decision or a question, says what it led to, keeps what stood in the way. */
export function useDecide(actions: DecideActions) {
  const t = useTranslations("decision");
  const router = useRouter();
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const [pending, setPending] = useState(false);

  async function send<T>(act: () => Promise<ActionResult<T>>, done: (data: T) => string) {
    setPending(true);
    setProblem(null);
    const answer = await callAction(act);
    setPending(false);
    if (answer.ok) return showToast("pass", done(answer.data));
    setProblem(answer.problem);
    if (!isOutdated(answer.problem)) return;
    // The form of the earlier state goes with the refresh, so what happened is told outside it.
    showToast("warn", t("changed"));
    router.refresh();
  }

  return {
    ...{ problem, pending },
    decide: (sent: DecisionSent) =>
      send(
        () => actions.decide(sent),
        (outcome) => t(`done.${outcome}`),
      ),
    ask: (sent: Question) =>
      send(
        () => actions.ask(sent),
        () => t("done.asked"),
      ),
  };
}
