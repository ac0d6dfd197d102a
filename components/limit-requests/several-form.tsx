"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { FormProvider, useForm, useFormContext, useWatch } from "react-hook-form";
import { StepFields } from "@/components/bulk-edits/step-fields";
import { PeriodFields } from "@/components/limit-requests/period-fields";
import { useDraft } from "@/components/limit-requests/use-draft";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { SeveralRequestsForm as Form } from "@/lib/contracts/several-requests-form";
import { businessDateAt, type CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { SelectedLimit } from "@/lib/domain/limit-requests/selected-limits";
import { SHARED_METRICS } from "@/lib/domain/limit-requests/shared-change";

type SeveralFormProps = {
  limits: readonly SelectedLimit[];
  /** As it was filled in before. */
  filled: Form;
  draftKey: string;
  now: Instant;
  cutOver: CutOver;
  pending: boolean;
  onLook: (form: Form) => void;
};

/** One change for all selected limits; nothing is asked before it was looked at. */
export function SeveralForm(props: SeveralFormProps) {
  const { limits, filled, draftKey, now, cutOver, pending, onLook } = props;
  const t = useTranslations("severalRequests");
  const words = useTranslations("limitRequests");
  const bulk = useTranslations("bulkEdits");
  const form = useForm<Form>({ resolver: zodResolver(Form), defaultValues: filled });
  useDraft(form, { ...form.getValues(), ...useWatch({ control: form.control }) }, draftKey);
  const { errors } = form.formState;
  return (
    <Section title={t("what")}>
      <FormProvider {...form}>
        <form onSubmit={form.handleSubmit(onLook)} noValidate className="grid max-w-3xl gap-5">
          <ValueFields limits={limits} />
          <StepFields subtractHint={t("subtractHint")} />
          <PeriodFields today={businessDateAt(now, cutOver)} />
          <Field
            label={words("justification")}
            hint={t("justificationHint")}
            error={errors.justification && words("fault.justification")}
            required
          >
            {(aria) => (
              <Textarea {...aria} {...form.register("justification")} maxLength={2000} rows={3} />
            )}
          </Field>
          <div>
            <Button type="submit" variant="primary" pending={pending}>
              {bulk("look")}
            </Button>
          </div>
        </form>
      </FormProvider>
    </Section>
  );
}

/** Which of the values changes, and in which currency an amount is; asked only where there is a choice. */
function ValueFields({ limits }: { limits: readonly SelectedLimit[] }) {
  const t = useTranslations("bulkEdits");
  const { register, control } = useFormContext<Form>();
  const [metric, by] = useWatch({ control, name: ["metric", "by"] });
  const currencies = [...new Set(limits.map(({ currency }) => currency))];
  const isAmount = metric === "max_amount" && by !== "percent";
  const mayCount = limits.some(({ window }) => window !== "per_transaction");
  if (!mayCount && currencies.length === 1) return null;
  return (
    <div className="flex flex-wrap gap-3">
      {mayCount && (
        <Field label={t("metric")} className="basis-48">
          {(control) => (
            <Select
              {...control}
              {...register("metric")}
              options={SHARED_METRICS.map((value) => ({ value, label: t(`metricName.${value}`) }))}
            />
          )}
        </Field>
      )}
      {isAmount && currencies.length > 1 && (
        <Field label={t("currency")} className="basis-28">
          {(control) => (
            <Select
              {...control}
              {...register("currency")}
              options={currencies.map((value) => ({ value, label: value }))}
            />
          )}
        </Field>
      )}
    </div>
  );
}
