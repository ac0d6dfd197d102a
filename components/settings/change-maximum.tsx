"use client";

import { useTranslations } from "next-intl";
import { useController, useForm } from "react-hook-form";
import { AmountField } from "@/components/money/amount-field";
import { SettingDialog } from "@/components/settings/setting-dialog";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { Checkbox } from "@/components/ui/checkbox";
import { type AmountForm, amountOf } from "@/lib/contracts/settings-form";
import { groupedAmount } from "@/lib/domain/money";

type ChangeMaximumProps = {
  kind: "four_eyes_threshold" | "limit_template";
  settingKey: string;
  title: string;
  label?: string;
  currency: string;
  current: number | null;
  noneLabel: string;
  timeZone: string;
  actions: SettingsActions;
};

/** Another amount, or none. */
export function ChangeMaximum(props: ChangeMaximumProps) {
  const { kind, settingKey, title, label, currency, current, noneLabel, timeZone, actions } = props;
  const t = useTranslations("settings");
  const start: AmountForm = {
    amount: current === null ? "" : groupedAmount(current, currency),
    none: false,
  };
  const form = useForm<AmountForm>({ defaultValues: start });
  const { control } = form;
  const { ref, value, onChange, onBlur } = useController({ control, name: "amount" }).field;
  const { value: isNone, ...none } = useController({ control, name: "none" }).field;
  const read = async () => {
    const maxAmountMinor = amountOf(form.getValues(), currency);
    if (maxAmountMinor === undefined) {
      form.setError("amount", { message: "unreadable" }, { shouldFocus: true });
      return null;
    }
    form.clearErrors();
    const values = { before: { maxAmountMinor: current }, after: { maxAmountMinor } };
    return { kind, key: settingKey, ...values };
  };
  return (
    <SettingDialog {...{ title, label, read, timeZone, actions }} onOpen={() => form.reset(start)}>
      <AmountField
        ref={ref}
        name="amount"
        label={t("amount", { currency })}
        currency={currency}
        disabled={isNone}
        text={isNone ? "" : value}
        onTextChange={onChange}
        onBlur={onBlur}
        error={form.formState.errors.amount && !isNone ? t("fault.unreadable") : undefined}
      />
      {current !== null && <Checkbox {...none} checked={isNone} label={noneLabel} />}
    </SettingDialog>
  );
}
