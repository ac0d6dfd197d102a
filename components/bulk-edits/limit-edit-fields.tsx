"use client";

import { useTranslations } from "next-intl";
import { Controller, FormProvider, type UseFormReturn, useWatch } from "react-hook-form";
import { StepFields } from "@/components/bulk-edits/step-fields";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type BulkEditForm, metricsOf } from "@/lib/contracts/bulk-edit-form";
import type { BulkList } from "@/lib/domain/bulk-edits/bulk-edit";
import { CURRENCY_CODES } from "@/lib/domain/currencies";
import { LIMIT_SCOPES, WINDOWS } from "@/lib/domain/limits/limit";

type LimitEditFieldsProps = { form: UseFormReturn<BulkEditForm>; list: BulkList };

/** Which limits of the selected rows change, in which of their values, and how. */
export function LimitEditFields({ form, list }: LimitEditFieldsProps) {
  const t = useTranslations("bulkEdits");
  const windows = useTranslations("enums.window");
  const { errors } = form.formState;
  const [window, metric] = useWatch({ control: form.control, name: ["window", "metric"] });
  const metrics = metricsOf(window);
  if (!metrics.includes(metric)) form.setValue("metric", "max_amount");
  return (
    <>
      {list === "merchants" && <ScopeBoxes form={form} />}
      <div className="flex flex-wrap gap-3">
        <Field label={t("window")} className="basis-40">
          {(control) => (
            <Select
              {...control}
              {...form.register("window")}
              options={WINDOWS.map((value) => ({ value, label: windows(value) }))}
            />
          )}
        </Field>
        <Field label={t("metric")} className="basis-48">
          {(control) => (
            <Select
              {...control}
              {...form.register("metric")}
              options={metrics.map((value) => ({ value, label: t(`metricName.${value}`) }))}
            />
          )}
        </Field>
        <Field
          label={t("currency")}
          error={errors.currency && t("currencyFault")}
          className="basis-28"
        >
          {(control) => (
            <Input {...control} {...form.register("currency")} maxLength={3} list="currencies" />
          )}
        </Field>
        <datalist id="currencies">
          {CURRENCY_CODES.map((code) => (
            <option key={code} value={code} />
          ))}
        </datalist>
      </div>
      <Checkbox
        {...form.register("withFilters")}
        label={t("withFilters")}
        hint={t("withFiltersHint")}
      />
      <FormProvider {...form}>
        <StepFields />
      </FormProvider>
    </>
  );
}

function ScopeBoxes({ form }: { form: UseFormReturn<BulkEditForm> }) {
  const t = useTranslations("bulkEdits");
  const { errors } = form.formState;
  return (
    <Controller
      control={form.control}
      name="scopes"
      render={({ field: { value, onChange } }) => (
        <fieldset aria-describedby={errors.scopes && "scopes-error"}>
          <legend className="mb-1 font-medium">{t("scopes")}</legend>
          <div className="flex flex-wrap gap-x-5">
            {LIMIT_SCOPES.toReversed().map((scope) => (
              <Checkbox
                key={scope}
                label={t(`scope.${scope}`)}
                checked={value.includes(scope)}
                onChange={({ target }) =>
                  onChange(
                    LIMIT_SCOPES.filter((one) =>
                      one === scope ? target.checked : value.includes(one),
                    ),
                  )
                }
              />
            ))}
          </div>
          {errors.scopes && (
            <p id="scopes-error" className="text-meta text-block">
              {t("scopesFault")}
            </p>
          )}
        </fieldset>
      )}
    />
  );
}
