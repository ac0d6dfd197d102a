"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { SettingDialog } from "@/components/settings/setting-dialog";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { useReadForm } from "@/components/settings/use-read-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { DueSoonForm, WarnForm } from "@/lib/contracts/settings-form";

type ChangeNumberProps = { value: number; timeZone: string; actions: SettingsActions };

/** Another level at which passing checks warn. */
export function ChangeWarnLevel({ value, timeZone, actions }: ChangeNumberProps) {
  const t = useTranslations("settings");
  const before = { warnPercent: value };
  const form = useForm({ resolver: zodResolver(WarnForm), defaultValues: before });
  const readForm = useReadForm(form);
  const read = async () => {
    const after = await readForm();
    return after && { kind: "warn_percent" as const, key: "" as const, before, after };
  };
  return (
    <SettingDialog
      title={t("name.warn_percent")}
      onOpen={() => form.reset(before)}
      {...{ read, timeZone, actions }}
    >
      <Field
        label={t("percent")}
        error={form.formState.errors.warnPercent && t("fault.not_a_percent")}
        required
      >
        {(aria) => (
          <Input
            {...aria}
            {...form.register("warnPercent", { valueAsNumber: true })}
            inputMode="numeric"
            className="max-w-28 text-right"
          />
        )}
      </Field>
    </SettingDialog>
  );
}

/** Another lead time at which what is due turns checks to review. */
export function ChangeDueSoon({ value, timeZone, actions }: ChangeNumberProps) {
  const t = useTranslations("settings");
  const before = { dueSoonDays: value };
  const form = useForm({ resolver: zodResolver(DueSoonForm), defaultValues: before });
  const readForm = useReadForm(form);
  const read = async () => {
    const after = await readForm();
    return after && { kind: "due_soon_days" as const, key: "" as const, before, after };
  };
  return (
    <SettingDialog
      title={t("name.due_soon_days")}
      onOpen={() => form.reset(before)}
      {...{ read, timeZone, actions }}
    >
      <Field
        label={t("daysField")}
        error={form.formState.errors.dueSoonDays && t("fault.not_days")}
        required
      >
        {(aria) => (
          <Input
            {...aria}
            {...form.register("dueSoonDays", { valueAsNumber: true })}
            inputMode="numeric"
            className="max-w-28 text-right"
          />
        )}
      </Field>
    </SettingDialog>
  );
}
