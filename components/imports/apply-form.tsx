"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { type ImportPreview, ImportReason } from "@/lib/contracts/imports/import-preview";

type ApplyFormProps = { preview: ImportPreview; onApply: (justification: string) => void };

/** What applies at once and what goes to approval; with a reason where somebody has to decide. */
export function ApplyForm({ preview, onApply }: ApplyFormProps) {
  const t = useTranslations("imports");
  const { counts, requiredApprovals, noun } = preview;
  const atOnce = counts.added + counts.changed - counts.asked;
  const needsReason = noun === "limits";
  const [confirming, setConfirming] = useState<string | null>(null);
  const form = useForm<ImportReason>({
    resolver: needsReason ? zodResolver(ImportReason) : undefined,
    defaultValues: { justification: "" },
  });
  const code = form.formState.errors.justification?.message as "tooShort" | undefined;
  const consequence = t("consequence", { atOnce, asked: counts.asked, people: requiredApprovals });
  return (
    <form
      onSubmit={form.handleSubmit(({ justification }) => setConfirming(justification))}
      noValidate
      className="grid gap-3"
    >
      <p className="font-medium">{consequence}</p>
      {needsReason && (
        <Field
          label={t("justification")}
          hint={t("justificationHint")}
          error={code && t(`reason.${code}`)}
          required
          className="max-w-160"
        >
          {(control) => (
            <Textarea {...control} {...form.register("justification")} rows={2} maxLength={2000} />
          )}
        </Field>
      )}
      <div>
        <Button type="submit" variant="primary">
          {counts.asked > 0 ? t("submit") : t("apply")}
        </Button>
      </div>
      <ConfirmDialog
        open={confirming !== null}
        onOpenChange={(open) => !open && setConfirming(null)}
        title={t(`confirm.${noun}`)}
        confirmLabel={counts.asked > 0 ? t("submit") : t("apply")}
        cancelLabel={t("back")}
        onConfirm={() => onApply(confirming ?? "")}
      >
        <p>{t("counts", counts)}</p>
        <p className="mt-2 font-medium">{consequence}</p>
        <p className="mt-2 text-muted">{t("told")}</p>
      </ConfirmDialog>
    </form>
  );
}
