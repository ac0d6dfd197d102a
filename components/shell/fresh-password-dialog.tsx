"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { callAction } from "@/components/shell/call-action";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { useProblemText } from "@/components/shell/use-problem-text";
import type { ActionProblem, ActionResult } from "@/lib/contracts/action-result";

export type ConfirmPassword = (input: { password: string }) => Promise<ActionResult<unknown>>;

type FreshPasswordDialogProps = {
  open: boolean;
  onClose: (confirmed: boolean) => void;
  confirmPassword: ConfirmPassword;
};

/** Asks for the password again before something that matters. */
export function FreshPasswordDialog({ open, onClose, confirmPassword }: FreshPasswordDialogProps) {
  const t = useTranslations("shell.freshPassword");
  const shell = useTranslations("shell");
  const text = useProblemText();
  const [error, setError] = useState<string | null>(null);
  const [ended, setEnded] = useState<ActionProblem | null>(null);
  const [pending, startTransition] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // The dialog is a portal: without this the form around it would be sent too.
    event.stopPropagation();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    startTransition(async () => {
      const answer = await callAction(() => confirmPassword({ password }));
      const isOver = !answer.ok && answer.problem.code === "unauthenticated";
      setEnded(isOver ? answer.problem : null);
      setError(answer.ok || isOver ? null : text(answer.problem));
      if (answer.ok) onClose(true);
    });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose(false)}
      title={t("title")}
      description={t("why")}
      closeLabel={shell("dismiss")}
    >
      <form method="post" onSubmit={submit} className="space-y-3">
        {ended && <ProblemNotice problem={ended} />}
        <Field label={t("password")} error={error} required>
          {(aria) => (
            <Input {...aria} type="password" name="password" autoComplete="current-password" />
          )}
        </Field>
        <Button type="submit" variant="primary" pending={pending}>
          {t("confirm")}
        </Button>
      </form>
    </Dialog>
  );
}
