"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { LinkButton } from "@/components/ui/link-button";
import type { ConfirmPassword } from "@/components/shell/fresh-password-dialog";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { useFreshPassword } from "@/components/shell/use-fresh-password";
import type { ActionProblem, ActionResult } from "@/lib/contracts/action-result";
import type { LimitRequestInput } from "@/lib/contracts/limit-request-form";

export type SubmitRequestActions = {
  /** Goes to the request's page when it succeeds. */
  submit: (input: LimitRequestInput) => Promise<ActionResult<unknown>>;
  confirmPassword: ConfirmPassword;
};

/** Sends a request, asking for the password when it is not fresh, and keeps what stood in the way. */
export function useSubmitRequest(actions: SubmitRequestActions) {
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const [pending, startTransition] = useTransition();
  const fresh = useFreshPassword(actions.confirmPassword);
  const send = (input: LimitRequestInput) =>
    new Promise<void>((done) => {
      startTransition(async () => {
        setProblem(null);
        const answer = await fresh.run(() => actions.submit(input));
        if (answer && !answer.ok) setProblem(answer.problem);
        done();
      });
    });
  return { send, pending, problem, passwordDialog: fresh.dialog };
}

/** Why it was not sent; another open request is one click away. */
export function SubmitProblem({ problem }: { problem: ActionProblem }) {
  const t = useTranslations("limitRequests");
  const openId = problem.extra.limit_request_id;
  return (
    <ProblemNotice
      problem={problem}
      actions={
        typeof openId === "string" && (
          <LinkButton size="small" href={`/limit-requests/${openId}`}>
            {t("seeOpen")}
          </LinkButton>
        )
      }
    />
  );
}
