"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Amount } from "@/components/money/amount";
import { useProblemText } from "@/components/shell/use-problem-text";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { showToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/contracts/action-result";

export type ReleaseHoldAction = (input: {
  reservationId: string;
}) => Promise<ActionResult<unknown>>;

type ReleaseHoldProps = {
  reservationId: string;
  amount: { amountMinor: number; currency: string };
  release: ReleaseHoldAction;
};

/** Gives held headroom back, after asking: the till that holds it can charge it no more. */
export function ReleaseHold({ reservationId, amount, release }: ReleaseHoldProps) {
  const t = useTranslations("terminals.holds");
  const text = useProblemText();
  const [open, setOpen] = useState(false);
  const confirm = async () => {
    setOpen(false);
    const answer = await release({ reservationId });
    if (answer.ok) showToast("pass", t("released"));
    else showToast("block", text(answer.problem));
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t("release")}</Button>}
      title={t("ask")}
      confirmLabel={t("release")}
      cancelLabel={t("keep")}
      onConfirm={confirm}
    >
      {t.rich("what", { amount: () => <Amount {...amount} /> })}
    </ConfirmDialog>
  );
}
