"use client";

import { useTranslations } from "next-intl";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useRejectionText } from "@/components/limit-requests/use-rejection-text";
import type { DecisionForm } from "@/lib/contracts/decision-form";
import { REJECTION_REASONS } from "@/lib/domain/limit-requests/rejection-reasons";

type TextName = "reasoning" | "note" | "question";
type DecisionTextsProps = { form: UseFormReturn<DecisionForm>; act: DecisionForm["act"] };

/** What the chosen act wants in words. */
export function DecisionTexts({ form, act }: DecisionTextsProps) {
  const t = useTranslations("decision");
  const rejection = useRejectionText();
  const { errors } = form.formState;
  const isOther = useWatch({ control: form.control, name: "rejection" }) === "other";
  const text = (name: TextName, label: string, hint?: string, required = false) => {
    const code = errors[name]?.message as "reasoning" | undefined;
    return (
      <Field label={label} hint={hint} error={code && t(`fault.${code}`)} required={required}>
        {(aria) => <Textarea {...aria} {...form.register(name)} rows={2} maxLength={1000} />}
      </Field>
    );
  };
  if (act === "ask") return text("question", t("questionLabel"), undefined, true);
  const needsNote = act === "reject" && isOther;
  const note = text("note", t("note"), needsNote ? undefined : t("noteOptional"), needsNote);
  if (act !== "reject") {
    return (
      <>
        {text("reasoning", t("reasoning"), t("reasoningHint"), true)}
        {note}
      </>
    );
  }
  return (
    <>
      <Field label={t("rejection")} error={errors.rejection && t("fault.rejection")} required>
        {(aria) => (
          <Select
            {...aria}
            {...form.register("rejection")}
            emptyLabel={t("choose")}
            options={REJECTION_REASONS.map((value) => ({ value, label: rejection(value) }))}
          />
        )}
      </Field>
      {note}
    </>
  );
}
