"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { PlanCounts } from "@/lib/domain/limit-requests/count-plans";

type SeveralConfirmProps = {
  counts: PlanCounts;
  /** How many are to be sent yet. */
  left: number;
  isBegun: boolean;
  isSending: boolean;
  onSend: () => Promise<void>;
};

/** Sends what was shown, after saying once more what cannot be taken back. */
export function SeveralConfirm(props: SeveralConfirmProps) {
  const { counts, left, isBegun, isSending, onSend } = props;
  const t = useTranslations("severalRequests");
  const [open, setOpen] = useState(false);
  const label = t(isBegun && !isSending ? "sendRest" : "send", { count: left });
  return (
    <>
      <Button variant="primary" pending={isSending} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <ConfirmDialog
        {...{ open, onOpenChange: setOpen }}
        title={t("confirm.title", { count: left })}
        confirmLabel={label}
        cancelLabel={t("confirm.cancel")}
        // The rows tell how far it is; the dialog does not stay in front of them.
        onConfirm={() => void onSend()}
      >
        {!isBegun && <p>{t("counts", { ...counts, sum: left })}</p>}
        {counts.atOnce + counts.later > 0 && <p className="mt-2">{t("tightening")}</p>}
        <p className="mt-2">{t("confirm.each")}</p>
      </ConfirmDialog>
    </>
  );
}
