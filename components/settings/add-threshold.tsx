"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useController, useForm, useWatch } from "react-hook-form";
import { AmountField } from "@/components/money/amount-field";
import { useCurrencyOptions } from "@/components/money/use-currency-options";
import { SettingDialog } from "@/components/settings/setting-dialog";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { useReadForm } from "@/components/settings/use-read-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { NewThresholdForm } from "@/lib/contracts/settings-form";
import { type Window, WINDOWS } from "@/lib/domain/limits/limit";
import { parseAmount } from "@/lib/domain/money";

type AddThresholdProps = {
  thresholds: readonly { window: Window; currency: string; maxAmountMinor: number }[];
  /** Those in use without a threshold; the first of them is chosen at first. */
  without: readonly string[];
  timeZone: string;
  actions: SettingsActions;
};

/** A threshold for a window and any currency, typed with that currency's digits. */
export function AddThreshold({ thresholds, without, timeZone, actions }: AddThresholdProps) {
  const t = useTranslations("settings");
  const windows = useTranslations("enums.window");
  const options = useCurrencyOptions(without);
  const start: NewThresholdForm = {
    ...{ window: "daily", currency: without[0] ?? "CNY", amount: "" },
  };
  const form = useForm({ resolver: zodResolver(NewThresholdForm), defaultValues: start });
  const readForm = useReadForm(form);
  const { control, register, formState } = form;
  const currency = useWatch({ control, name: "currency" });
  const { ref, value, onChange, onBlur } = useController({ control, name: "amount" }).field;
  const read = async () => {
    const filled = await readForm();
    const parsed = filled && parseAmount(filled.amount, filled.currency);
    if (!filled || !parsed?.ok) return null;
    const known = thresholds.find(
      (one) => one.window === filled.window && one.currency === filled.currency,
    );
    return {
      ...{ kind: "four_eyes_threshold" as const, key: `${filled.window}|${filled.currency}` },
      before: { maxAmountMinor: known?.maxAmountMinor ?? null },
      after: { maxAmountMinor: parsed.amountMinor },
    };
  };
  return (
    <SettingDialog
      title={t("addThreshold")}
      label={t("addThreshold")}
      onOpen={() => form.reset(start)}
      {...{ read, timeZone, actions }}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("column.currency")} required>
          {(aria) => <Select {...aria} {...register("currency")} options={options} />}
        </Field>
        <Field label={t("column.window")} required>
          {(aria) => (
            <Select
              {...aria}
              {...register("window")}
              options={WINDOWS.map((one) => ({ value: one, label: windows(one) }))}
            />
          )}
        </Field>
      </div>
      <AmountField
        ref={ref}
        name="amount"
        label={t("column.oneUpTo")}
        currency={currency}
        text={value}
        onTextChange={onChange}
        onBlur={onBlur}
        error={formState.errors.amount && t("fault.unreadable")}
        required
      />
    </SettingDialog>
  );
}
