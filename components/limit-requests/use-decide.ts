"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { showToast } from "@/components/ui/toast";
import type { ActionProblem, ActionResult } from "@/lib/contracts/action-result";
import type { DecisionSent } from "@/lib/contracts/decision-form";
import type { Outcome } from "@/lib/domain/limit-requests/plan-decision";

type Question = { merchantId: string; limitRequestId: string; question: string };

export type DecideActions = {
  decide: (sent: DecisionSent) => Promise<ActionResult<Outcome>>;
  ask: (sent: Question) => Promise<ActionResult<void>>;
};

/** Sends a decision or a question, says what it led to, keeps what stood in the way. */
export function useDecide(actions: DecideActions) {
  const t = useTranslations("decision.done");
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const [pending, setPending] = useState(false);

  async function send<T>(act: () => Promise<ActionResult<T>>, done: (data: T) => string) {
    setPending(true);
    setProblem(null);
    try {
      const answer = await act();
      if (answer.ok) showToast("pass", done(answer.data));
      else setProblem(answer.problem);
    } finally {
      setPending(false);
    }
  }

  return {
    ...{ problem, pending },
    decide: (sent: DecisionSent) =>
      send(
        () => actions.decide(sent),
        (outcome) => t(outcome),
      ),
    ask: (sent: Question) =>
      send(
        () => actions.ask(sent),
        () => t("asked"),
      ),
  };
}
