"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { callAction } from "@/components/shell/call-action";
import { showToast } from "@/components/ui/toast";
import type { ActionProblem, ActionResult } from "@/lib/contracts/action-result";
import type { BatchDecisionSent } from "@/lib/contracts/limit-batches";

type Outcome = BatchDecisionSent["expected"];

export type BatchActions = {
  decide: (sent: BatchDecisionSent) => Promise<ActionResult<Outcome>>;
  withdraw: (sent: { limitBatchId: string }) => Promise<ActionResult<void>>;
};

const isOutdated = ({ code, extra }: ActionProblem) =>
  (code === "conflict" && extra.refusal !== "batch_outdated") || extra.refusal === "not_undecided";

/** Sends a decision on a batch, says what it led to, keeps what stood in the way. */
export function useBatchDecision(decide: BatchActions["decide"]) {
  const t = useTranslations("batches");
  const router = useRouter();
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const send = async (sent: BatchDecisionSent) => {
    setProblem(null);
    const answer = await callAction(() => decide(sent));
    if (answer.ok) return showToast("pass", t(`done.${answer.data}`));
    setProblem(answer.problem);
    if (!isOutdated(answer.problem)) return;
    // The form of the earlier state goes with the refresh, so what happened is told outside it.
    showToast("warn", t("changed"));
    router.refresh();
  };
  return { problem, send };
}
