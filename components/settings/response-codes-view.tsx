import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { CodeCatalogue } from "@/components/settings/code-catalogue";
import { ReasonMapForm } from "@/components/settings/reason-map-form";
import { ReasonMapTable } from "@/components/settings/reason-map-table";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Section } from "@/components/ui/section";
import { PROFILE_IDS, type ProfileId } from "@/lib/domain/response-codes/profiles";

type ResponseCodesViewProps = {
  profileId: ProfileId;
  chosenProfile: string;
  codes: ComponentProps<typeof CodeCatalogue>["codes"];
  reasonMap: Readonly<Record<string, string>>;
  timeZone: string;
  actions: SettingsActions | null;
};

/** A profile: the code each of our reasons is expected to show, and every code it knows. */
export function ResponseCodesView(props: ResponseCodesViewProps) {
  const { profileId, chosenProfile, codes, reasonMap, timeZone, actions } = props;
  const t = useTranslations("settings");
  const language = useLocale() === "zh-CN" ? "zh" : "en";
  const told = codes.map(({ code, meaning }) => ({ code, meaning: meaning[language] }));
  const profileName = t(`profile.${profileId}`);
  const mapTitle = t("mapTitle", { profile: profileName });
  return (
    <>
      <LinkTabs
        label={t("profiles")}
        tabs={PROFILE_IDS.map((id) => ({
          href: `/settings/response-codes?profile=${id}`,
          label:
            id === chosenProfile ? t("chosen", { name: t(`profile.${id}`) }) : t(`profile.${id}`),
          current: id === profileId,
        }))}
      />
      <p className="my-3 max-w-prose text-muted">{t(`profileHint.${profileId}`)}</p>
      <div className="space-y-6">
        <Section
          title={mapTitle}
          surface="plain"
          aside={
            actions && (
              <ReasonMapForm
                key={profileId}
                codes={told}
                {...{ profileId, profileName, reasonMap, timeZone, actions }}
              />
            )
          }
        >
          <ReasonMapTable
            title={mapTitle}
            reasonMap={reasonMap}
            meanings={Object.fromEntries(told.map(({ code, meaning }) => [code, meaning]))}
          />
        </Section>
        <CodeCatalogue title={t("catalogue", { profile: profileName })} codes={codes} />
      </div>
    </>
  );
}
