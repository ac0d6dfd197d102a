"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { zodResolver } from "@hookform/resolvers/zod";
import { SettingDialog } from "@/components/settings/setting-dialog";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { useReadForm } from "@/components/settings/use-read-form";
import { RadioGroup } from "@/components/ui/radio-group";
import { ProfileForm } from "@/lib/contracts/settings-form";
import { PROFILE_IDS, type ProfileId } from "@/lib/domain/response-codes/profiles";

type ChangeProfileProps = { current: ProfileId; timeZone: string; actions: SettingsActions };

/** Another tradition of response codes. */
export function ChangeProfile({ current, timeZone, actions }: ChangeProfileProps) {
  const t = useTranslations("settings");
  const before = { responseCodeProfile: current };
  const form = useForm({ resolver: zodResolver(ProfileForm), defaultValues: before });
  const readForm = useReadForm(form);
  const read = async () => {
    const after = await readForm();
    return after && { kind: "response_code_profile" as const, key: "" as const, before, after };
  };
  return (
    <SettingDialog
      title={t("name.response_code_profile")}
      onOpen={() => form.reset(before)}
      {...{ read, timeZone, actions }}
    >
      <RadioGroup
        legend={t("name.response_code_profile")}
        legendHidden
        name="responseCodeProfile"
        inputProps={() => form.register("responseCodeProfile")}
        options={PROFILE_IDS.map((id) => ({
          ...{ value: id, label: t(`profile.${id}`), hint: t(`profileHint.${id}`) },
        }))}
      />
    </SettingDialog>
  );
}
