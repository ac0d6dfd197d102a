"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { LimitEditFields } from "@/components/bulk-edits/limit-edit-fields";
import { StatusEditFields } from "@/components/bulk-edits/status-edit-fields";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import { Section } from "@/components/ui/section";
import { BulkEditForm as Form, bulkEditOf } from "@/lib/contracts/bulk-edit-form";
import { BULK_KINDS, type BulkEdit, type BulkList } from "@/lib/domain/bulk-edits/bulk-edit";

type BulkEditFormProps = {
  list: BulkList;
  /** As it was filled in before. */
  filled: Form;
  pending: boolean;
  onLook: (edit: BulkEdit, filled: Form) => void;
};

/** What is to be changed in all selected rows; nothing is changed before it was looked at. */
export function BulkEditForm({ list, filled, pending, onLook }: BulkEditFormProps) {
  const t = useTranslations("bulkEdits");
  const form = useForm<Form>({ resolver: zodResolver(Form), defaultValues: filled });
  const kind = useWatch({ control: form.control, name: "kind" });
  const look = form.handleSubmit((values) => onLook(bulkEditOf(values), values));
  return (
    <Section title={t("what")}>
      <form onSubmit={look} noValidate className="grid gap-4">
        <RadioGroup
          legend={t("kindLegend")}
          legendHidden
          name="kind"
          inputProps={() => form.register("kind")}
          options={BULK_KINDS[list].map((value) => ({
            ...{ value, label: t(`kind.${value}`), hint: t(`kindHint.${value}`) },
          }))}
        />
        {kind === "limits" ? (
          <LimitEditFields form={form} list={list} />
        ) : (
          <StatusEditFields form={form} kind={kind} />
        )}
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            {t("look")}
          </Button>
        </div>
      </form>
    </Section>
  );
}
