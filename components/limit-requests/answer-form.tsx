"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { ConfirmPassword } from "@/components/shell/fresh-password-dialog";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { useFreshPassword } from "@/components/shell/use-fresh-password";
import type { ActionProblem, ActionResult } from "@/lib/contracts/action-result";

export type AnswerAction = (input: {
  limitRequestId: string;
  answer: string;
}) => Promise<ActionResult<unknown>>;

type AnswerFormProps = {
  limitRequestId: string;
  answer: AnswerAction;
  confirmPassword: ConfirmPassword;
};

/** The merchant's answer to what the reviewer asked. */
export function AnswerForm({ limitRequestId, answer, confirmPassword }: AnswerFormProps) {
  const t = useTranslations("limitRequests.answer");
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const [pending, startTransition] = useTransition();
  const fresh = useFreshPassword(confirmPassword);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const answered = await fresh.run(() => answer({ limitRequestId, answer: text.trim() }));
      setProblem(answered && !answered.ok ? answered.problem : null);
    });
  };
  return (
    <>
      <form onSubmit={submit} className="mt-3 space-y-3">
        <Field label={t("label")} required>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={2000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {problem && <ProblemNotice problem={problem} />}
        <Button type="submit" variant="primary" pending={pending} disabled={text.trim() === ""}>
          {t("send")}
        </Button>
      </form>
      {fresh.dialog}
    </>
  );
}
