"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { SettingDialog } from "@/components/settings/setting-dialog";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { useReadForm } from "@/components/settings/use-read-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { numberForm, type SettingsWishForm } from "@/lib/contracts/settings-form";
import { type NumberKind, SETTING_RANGES } from "@/lib/domain/settings/setting-ranges";

type ChangeNumberProps = {
  kind: NumberKind;
  value: number;
  timeZone: string;
  actions: SettingsActions;
};

/** Another number for a setting that is one: a level, a lead time, hours or days. */
export function ChangeNumber({ kind, value, timeZone, actions }: ChangeNumberProps) {
  const t = useTranslations("settings");
  const { field, min, max } = SETTING_RANGES[kind];
  const start = { value };
  const form = useForm({ resolver: zodResolver(numberForm(kind)), defaultValues: start });
  const readForm = useReadForm(form);
  const read = async () => {
    const filled = await readForm();
    const values = filled && { before: { [field]: value }, after: { [field]: filled.value } };
    return values && ({ kind, key: "", ...values } as SettingsWishForm);
  };
  return (
    <SettingDialog
      title={t(`name.${kind}`)}
      onOpen={() => form.reset(start)}
      {...{ read, timeZone, actions }}
    >
      <Field
        label={t(`number.${kind}`, { min, max })}
        error={form.formState.errors.value && t("fault.not_in_range", { min, max })}
        required
      >
        {(aria) => (
          <Input
            {...aria}
            {...form.register("value", { valueAsNumber: true })}
            inputMode="numeric"
            className="max-w-28 text-right"
          />
        )}
      </Field>
    </SettingDialog>
  );
}
