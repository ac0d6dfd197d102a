"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { SettingDialog } from "@/components/settings/setting-dialog";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { useReadForm } from "@/components/settings/use-read-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NameForm } from "@/lib/contracts/settings-form";

type ChangeNameProps = { name: string; timeZone: string; actions: SettingsActions };

/** Another name for the acquirer itself. */
export function ChangeName({ name, timeZone, actions }: ChangeNameProps) {
  const t = useTranslations("settings");
  const before = { name };
  const form = useForm({ resolver: zodResolver(NameForm), defaultValues: before });
  const readForm = useReadForm(form);
  const read = async () => {
    const after = await readForm();
    return after && { kind: "acquirer_name" as const, key: "" as const, before, after };
  };
  return (
    <SettingDialog
      title={t("name.acquirer_name")}
      onOpen={() => form.reset(before)}
      {...{ read, timeZone, actions }}
    >
      <Field
        label={t("nameField")}
        error={form.formState.errors.name && t("fault.no_name")}
        required
      >
        {(aria) => <Input {...aria} {...form.register("name")} autoComplete="off" />}
      </Field>
    </SettingDialog>
  );
}
