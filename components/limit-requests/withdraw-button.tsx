"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { showToast } from "@/components/ui/toast";
import type { ConfirmPassword } from "@/components/shell/fresh-password-dialog";
import { useFreshPassword } from "@/components/shell/use-fresh-password";
import { useProblemText } from "@/components/shell/use-problem-text";
import type { ActionResult } from "@/lib/contracts/action-result";

export type WithdrawAction = (input: { limitRequestId: string }) => Promise<ActionResult<unknown>>;

type WithdrawButtonProps = {
  limitRequestId: string;
  withdraw: WithdrawAction;
  confirmPassword: ConfirmPassword;
};

/** Takes a request back, after asking. */
export function WithdrawButton(props: WithdrawButtonProps) {
  const { limitRequestId, withdraw, confirmPassword } = props;
  const t = useTranslations("limitRequests.withdraw");
  const text = useProblemText();
  const [open, setOpen] = useState(false);
  const fresh = useFreshPassword(confirmPassword);
  const confirm = async () => {
    setOpen(false);
    const answer = await fresh.run(() => withdraw({ limitRequestId }));
    if (answer?.ok) showToast("pass", t("done"));
    if (answer && !answer.ok) showToast("block", text(answer.problem));
  };
  return (
    <>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        trigger={<Button>{t("button")}</Button>}
        title={t("title")}
        confirmLabel={t("button")}
        cancelLabel={t("cancel")}
        onConfirm={confirm}
      >
        {t("what")}
      </ConfirmDialog>
      {fresh.dialog}
    </>
  );
}
