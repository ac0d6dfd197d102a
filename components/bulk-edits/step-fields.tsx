"use client";

import { useTranslations } from "next-intl";
import { Controller, useFormContext, useWatch } from "react-hook-form";
import { AmountField } from "@/components/money/amount-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import type { StepForm } from "@/lib/contracts/step-form";
import { LIMIT_STEPS } from "@/lib/domain/bulk-edits/bulk-edit";
import { isCurrency } from "@/lib/domain/currencies";

/** How the value of the form around changes: by a share of itself, by so much more or less, or to one value for all. */
export function StepFields({ subtractHint }: { subtractHint?: string }) {
  const t = useTranslations("bulkEdits");
  const form = useFormContext<StepForm>();
  const by = useWatch({ control: form.control, name: "by" });
  return (
    <RadioGroup
      legend={t("step")}
      name="by"
      inputProps={() => form.register("by")}
      options={LIMIT_STEPS.map((value) => ({
        ...{ value, label: t(`stepName.${value}`) },
        hint: (value === "subtract" && subtractHint) || t(`stepHint.${value}`),
        detail: value === by && <StepInput />,
      }))}
    />
  );
}

function StepInput() {
  const t = useTranslations("bulkEdits");
  const form = useFormContext<StepForm>();
  const { errors } = form.formState;
  const [by, metric, currency] = useWatch({
    control: form.control,
    name: ["by", "metric", "currency"],
  });
  const isShare = by === "percent";
  const isCount = metric === "max_count";
  return (
    <>
      {isShare && (
        <Field
          label={t("percent")}
          hint={t("percentHint")}
          error={errors.percent && t("percentFault")}
          required
          className="max-w-72 py-1"
        >
          {(control) => (
            <Input
              {...control}
              {...form.register("percent")}
              inputMode="decimal"
              autoComplete="off"
              className="text-right tabular-nums"
            />
          )}
        </Field>
      )}
      {!isShare && isCount && (
        <Field
          label={t("count")}
          error={errors.count && t("countFault")}
          required
          className="max-w-72 py-1"
        >
          {(control) => (
            <Input
              {...control}
              {...form.register("count")}
              inputMode="numeric"
              autoComplete="off"
              className="text-right tabular-nums"
            />
          )}
        </Field>
      )}
      {!isShare && !isCount && (
        <Controller
          control={form.control}
          name="amount"
          render={({ field: { value, onChange, onBlur } }) => (
            <AmountField
              label={t("amount")}
              currency={isCurrency(currency) ? currency : "CNY"}
              text={value}
              onTextChange={onChange}
              onBlur={onBlur}
              error={errors.amount && t("amountFault")}
              required
              className="max-w-72 py-1"
            />
          )}
        />
      )}
    </>
  );
}
