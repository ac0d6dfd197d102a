"use client";

import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { BulkEditForm } from "@/lib/contracts/bulk-edit-form";
import { MERCHANT_STATUSES } from "@/lib/domain/merchants";

/** The status all selected merchants are to have, and the reason each of them reads. */
export function StatusEditFields({ form }: { form: UseFormReturn<BulkEditForm> }) {
  const t = useTranslations("merchants");
  const { errors } = form.formState;
  return (
    <>
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
      <Field
        label={t("reason")}
        hint={t("reasonHint")}
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
