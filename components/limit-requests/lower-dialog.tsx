"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ValueChange } from "@/components/limit-requests/value-change";
import type { RequestPreview } from "@/lib/domain/limit-requests/preview-request";
import type { LimitValues } from "@/lib/domain/limits/limit";

type LowerDialogProps = {
  open: boolean;
  onClose: () => void;
  onConfirm: () => Promise<void>;
  preview: Extract<RequestPreview, { ok: true }>;
  current: LimitValues;
  currency: string;
};

/** Before a limit is lowered: what it becomes, and that going back up needs approval. */
export function LowerDialog(props: LowerDialogProps) {
  const { open, onClose, onConfirm, preview, current, currency } = props;
  const t = useTranslations("limitRequests");
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t("confirmLower.title")}
      confirmLabel={t("lower")}
      cancelLabel={t("confirmLower.cancel")}
      onConfirm={onConfirm}
    >
      <p>
        <ValueChange
          asked={preview.asked}
          before={current}
          after={preview.values}
          currency={currency}
          withNames
        />
      </p>
      <p className="mt-2">{t("consequence.tightening")}</p>
    </ConfirmDialog>
  );
}
