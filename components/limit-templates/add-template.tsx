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
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { NewTemplateForm } from "@/lib/contracts/settings-form";
import { MERCHANT_TIERS } from "@/lib/domain/merchants";
import { parseAmount } from "@/lib/domain/money";
import {
  type LimitTemplate,
  TEMPLATE_CHANNELS,
  TEMPLATE_WINDOWS,
  templateKeyText,
} from "@/lib/domain/settings/limit-template";

type AddTemplateProps = {
  templates: readonly LimitTemplate[];
  timeZone: string;
  actions: SettingsActions;
};

const START: NewTemplateForm = {
  ...{ tier: "micro", mcc: "", channel: "card", window: "daily", currency: "CNY", amount: "" },
};

/** A new line of the templates, for every category or for one. */
export function AddTemplate({ templates, timeZone, actions }: AddTemplateProps) {
  const t = useTranslations("limitTemplates");
  const tiers = useTranslations("enums.tier");
  const windows = useTranslations("enums.window");
  const channels = useTranslations("settings.channel");
  const inUse = [...new Set(templates.map((template) => template.currency))];
  const currencies = useCurrencyOptions(inUse);
  const form = useForm({ resolver: zodResolver(NewTemplateForm), defaultValues: START });
  const readForm = useReadForm(form);
  const { control, register, formState } = form;
  const currency = useWatch({ control, name: "currency" });
  const { ref, value, onChange, onBlur } = useController({ control, name: "amount" }).field;
  const read = async () => {
    const filled = await readForm();
    const parsed = filled && parseAmount(filled.amount, filled.currency);
    if (!filled || !parsed?.ok) return null;
    const { amount: _, ...line } = filled;
    const key = templateKeyText(line);
    const known = templates.find((template) => templateKeyText(template) === key);
    return {
      ...{ kind: "limit_template" as const, key },
      before: { maxAmountMinor: known?.maxAmountMinor ?? null },
      after: { maxAmountMinor: parsed.amountMinor },
    };
  };
  return (
    <SettingDialog
      title={t("add")}
      label={t("add")}
      onOpen={() => form.reset(START)}
      {...{ read, timeZone, actions }}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("column.tier")} required>
          {(aria) => (
            <Select
              {...aria}
              {...register("tier")}
              options={MERCHANT_TIERS.map((tier) => ({ value: tier, label: tiers(tier) }))}
            />
          )}
        </Field>
        <Field
          label={t("column.mcc")}
          hint={t("mccHint")}
          error={formState.errors.mcc && t("fault.mcc")}
        >
          {(aria) => <Input {...aria} {...register("mcc")} inputMode="numeric" maxLength={4} />}
        </Field>
        <Field label={t("column.channel")} required>
          {(aria) => (
            <Select
              {...aria}
              {...register("channel")}
              options={TEMPLATE_CHANNELS.map((one) => ({ value: one, label: channels(one) }))}
            />
          )}
        </Field>
        <Field label={t("column.window")} required>
          {(aria) => (
            <Select
              {...aria}
              {...register("window")}
              options={TEMPLATE_WINDOWS.map((one) => ({ value: one, label: windows(one) }))}
            />
          )}
        </Field>
        <Field label={t("column.currency")} required>
          {(aria) => <Select {...aria} {...register("currency")} options={currencies} />}
        </Field>
        <AmountField
          ref={ref}
          name="amount"
          label={t("column.maximum")}
          currency={currency}
          text={value}
          onTextChange={onChange}
          onBlur={onBlur}
          error={formState.errors.amount && t("fault.amount")}
          required
        />
      </div>
    </SettingDialog>
  );
}
