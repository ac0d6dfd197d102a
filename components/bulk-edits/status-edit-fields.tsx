"use client";

import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import { useSentences } from "@/components/shell/use-sentences";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { BulkEditForm } from "@/lib/contracts/bulk-edit-form";
import { MERCHANT_STATUSES } from "@/lib/domain/merchants";
import { TERMINAL_STATUSES } from "@/lib/domain/terminals/terminal-status";

type StatusEditFieldsProps = {
  form: UseFormReturn<BulkEditForm>;
  kind: Exclude<BulkEditForm["kind"], "limits">;
};

/** The status all selected merchants or terminals are to have, and the reason each merchant reads. */
export function StatusEditFields({ form, kind }: StatusEditFieldsProps) {
  const t = useTranslations("merchants");
  const terminals = useTranslations("terminalStatus");
  const { errors } = form.formState;
  return (
    <>
      {kind === "status" ? (
        <MerchantStatusField form={form} />
      ) : (
        <TerminalStatusField form={form} />
      )}
      <Field
        label={t("reason")}
        hint={kind === "status" ? t("reasonHint") : terminals("reasonHint")}
        error={errors.reason && t("reasonShort")}
        required
        className="max-w-160"
      >
        {(control) => (
          <Textarea {...control} {...form.register("reason")} rows={2} maxLength={300} />
        )}
      </Field>
    </>
  );
}

type StatusFieldProps = Pick<StatusEditFieldsProps, "form">;

function MerchantStatusField({ form }: StatusFieldProps) {
  const t = useTranslations("merchants");
  return (
    <Field label={t("column.status")} className="max-w-60">
      {(control) => (
        <Select
          {...control}
          {...form.register("status")}
          options={MERCHANT_STATUSES.filter((value) => value !== "pending").map((value) => ({
            ...{ value, label: t(`become.${value}`) },
          }))}
        />
      )}
    </Field>
  );
}

function TerminalStatusField({ form }: StatusFieldProps) {
  const t = useTranslations("terminalStatus");
  const statuses = useTranslations("enums.terminalStatus");
  const faults = useTranslations("imports.fault");
  const sentences = useSentences();
  const hint = sentences(t("allHint"), faults("retired"));
  return (
    <Field label={t("field")} hint={hint} className="max-w-160">
      {(control) => (
        <Select
          {...control}
          {...form.register("terminalStatus")}
          options={TERMINAL_STATUSES.map((value) => ({ value, label: statuses(value) }))}
        />
      )}
    </Field>
  );
}
