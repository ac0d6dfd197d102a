"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { SettingDialog } from "@/components/settings/setting-dialog";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { Checkbox } from "@/components/ui/checkbox";

type ChangeSplitProps = { allowed: boolean; timeZone: string; actions: SettingsActions };

/** Whether a charge may be split. */
export function ChangeSplit({ allowed, timeZone, actions }: ChangeSplitProps) {
  const t = useTranslations("settings");
  const before = { splitAllowed: allowed };
  const form = useForm({ defaultValues: before });
  const read = async () => ({
    ...{ kind: "split_allowed" as const, key: "" as const, before, after: form.getValues() },
  });
  return (
    <SettingDialog
      title={t("name.split_allowed")}
      onOpen={() => form.reset(before)}
      {...{ read, timeZone, actions }}
    >
      <Checkbox
        {...form.register("splitAllowed")}
        label={t("splitAllow")}
        hint={t("splitAllowHint")}
      />
    </SettingDialog>
  );
}
