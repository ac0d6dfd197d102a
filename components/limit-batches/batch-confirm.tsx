"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { BatchRaise } from "@/components/limit-batches/batch-raise";
import { useRejectionText } from "@/components/limit-requests/use-rejection-text";
import type { BatchDecisionSent } from "@/lib/contracts/limit-batches";
import type { LimitBatch } from "@/lib/domain/limit-batches/limit-batch";

type BatchConfirmProps = {
  batch: LimitBatch;
  /** What is about to be sent; null while nothing is. */
  sent: BatchDecisionSent | null;
  onClose: () => void;
  onConfirm: (sent: BatchDecisionSent) => Promise<void>;
};

/** How much changes and from when: read once more before it counts. */
export function BatchConfirm({ batch, sent, onClose, onConfirm }: BatchConfirmProps) {
  const t = useTranslations("batches");
  const decision = useTranslations("decision");
  const rejection = useRejectionText();
  const expected = sent?.expected ?? "rejected";
  const isRejection = expected === "rejected";
  return (
    <ConfirmDialog
      open={sent !== null}
      onOpenChange={(next) => !next && onClose()}
      title={t(`confirm.${expected}`, { limits: batch.limitsCount })}
      confirmLabel={decision(`send.${isRejection ? "reject" : expected}`)}
      cancelLabel={decision("confirm.cancel")}
      danger={isRejection}
      onConfirm={async () => {
        if (sent) await onConfirm(sent);
      }}
    >
      <p className="text-muted">
        {t("size", { limits: batch.limitsCount, merchants: batch.merchantsCount })}
      </p>
      {isRejection ? (
        <p>{sent && decision("confirm.reason", { reason: rejection(sent.input.reason) })}</p>
      ) : (
        <>
          <p className="my-2">
            <span className="text-muted">{t("column.raise")}</span>{" "}
            <BatchRaise raise={batch.raise} />
          </p>
          <p>{t(expected === "approved" ? "confirm.now" : "confirm.notYet")}</p>
        </>
      )}
      {sent?.input.note && (
        <p className="mt-2 whitespace-pre-line">
          {decision("confirm.note", { note: sent.input.note })}
        </p>
      )}
    </ConfirmDialog>
  );
}
