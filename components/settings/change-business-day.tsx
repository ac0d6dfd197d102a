"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { SettingDialog } from "@/components/settings/setting-dialog";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { useReadForm } from "@/components/settings/use-read-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { BusinessDayForm } from "@/lib/contracts/settings-form";

type ChangeBusinessDayProps = {
  before: BusinessDayForm;
  zones: readonly string[];
  actions: SettingsActions;
};

/** Another zone or cut-over time. */
export function ChangeBusinessDay({ before, zones, actions }: ChangeBusinessDayProps) {
  const t = useTranslations("settings");
  const form = useForm({ resolver: zodResolver(BusinessDayForm), defaultValues: before });
  const readForm = useReadForm(form);
  const read = async () => {
    const after = await readForm();
    return after && { kind: "business_day" as const, key: "" as const, before, after };
  };
  return (
    <SettingDialog
      title={t("name.business_day")}
      onOpen={() => form.reset(before)}
      timeZone={before.timeZone}
      {...{ read, actions }}
    >
      <Field label={t("cutOver")} hint={t("cutOverHint")} required>
        {(aria) => <Input {...aria} {...form.register("cutOverTime")} type="time" />}
      </Field>
      <Field label={t("timeZone")} hint={t("timeZoneHint")} required>
        {(aria) => (
          <Select
            {...aria}
            {...form.register("timeZone")}
            options={zones.map((zone) => ({ value: zone, label: zone }))}
          />
        )}
      </Field>
    </SettingDialog>
  );
}
