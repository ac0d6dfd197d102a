"use client";

import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { SettingDialog } from "@/components/settings/setting-dialog";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { REASON_CODES, type ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import type { ProfileId } from "@/lib/domain/response-codes/profiles";
import { codeChanges } from "@/lib/domain/settings/settings-effect";

type ReasonMapFormProps = {
  profileId: ProfileId;
  profileName: string;
  reasonMap: Readonly<Record<string, string>>;
  codes: readonly { code: string; meaning: string }[];
  timeZone: string;
  actions: SettingsActions;
};

type Map = Partial<Record<ReasonCode, string>>;

/** Other codes for the reasons of a profile; only those that change are proposed. */
export function ReasonMapForm(props: ReasonMapFormProps) {
  const { profileId, profileName, reasonMap, codes, timeZone, actions } = props;
  const t = useTranslations("settings");
  const reason = useTranslations("reasonNames");
  const start: Map = Object.fromEntries(REASON_CODES.map((code) => [code, reasonMap[code] ?? ""]));
  const form = useForm<Map>({ defaultValues: start });
  const options = codes.map(({ code, meaning }) => ({ value: code, label: `${code}  ${meaning}` }));
  const read = async () => {
    const shown = (map: Map) =>
      Object.fromEntries(Object.entries(map).map(([code, value]) => [code, value || null]));
    const changes = codeChanges(shown(start), shown(form.getValues()));
    const side = (which: "before" | "after") =>
      Object.fromEntries(changes.map((change) => [change.reasonCode, change[which]]));
    const values = { before: side("before"), after: side("after") };
    return { kind: "reason_code_map" as const, key: profileId, ...values };
  };
  return (
    <SettingDialog
      title={t("mapTitle", { profile: profileName })}
      label={t("changeMap")}
      onOpen={() => form.reset(start)}
      {...{ read, timeZone, actions }}
    >
      {REASON_CODES.map((code) => (
        <Field key={code} label={reason(code)}>
          {(aria) => (
            <Select {...aria} {...form.register(code)} emptyLabel={t("noCode")} options={options} />
          )}
        </Field>
      ))}
    </SettingDialog>
  );
}
