"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { showToast } from "@/components/ui/toast";
import type { BatchActions } from "@/components/limit-batches/use-batch-actions";
import { callAction } from "@/components/shell/call-action";
import { useProblemText } from "@/components/shell/use-problem-text";

type WithdrawBatchProps = { limitBatchId: string; withdraw: BatchActions["withdraw"] };

/** Takes a whole import back, after asking. */
export function WithdrawBatch({ limitBatchId, withdraw }: WithdrawBatchProps) {
  const t = useTranslations("batches.withdraw");
  const text = useProblemText();
  const confirm = async () => {
    const answer = await callAction(() => withdraw({ limitBatchId }));
    if (answer.ok) showToast("pass", t("done"));
    else showToast("block", text(answer.problem));
  };
  return (
    <ConfirmDialog
      trigger={<Button>{t("button")}</Button>}
      title={t("title")}
      confirmLabel={t("button")}
      cancelLabel={t("cancel")}
      onConfirm={confirm}
    >
      {t("what")}
    </ConfirmDialog>
  );
}
