import { useTranslations } from "next-intl";
import { ChangeBusinessDay } from "@/components/settings/change-business-day";
import { ChangeNumber } from "@/components/settings/change-number";
import { ChangeProfile } from "@/components/settings/change-profile";
import { ChangeSplit } from "@/components/settings/change-split";
import { MerchantTerms } from "@/components/settings/merchant-terms";
import { SettingRow } from "@/components/settings/setting-row";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { Moment } from "@/components/time/moment";
import { useDateLocale } from "@/components/time/use-date-locale";
import { useZoneName } from "@/components/time/use-zone-name";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { windowAt } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { DecisionTime } from "@/lib/domain/limit-requests/due-at";
import type { ProfileId } from "@/lib/domain/response-codes/profiles";
import { formatMoment } from "@/lib/i18n/format-moment";

type SettingsViewProps = {
  settings: DecisionTime & {
    cutOverTime: string;
    responseCodeProfile: string;
    warnPercent: number;
    dueSoonDays: number;
    splitAllowed: boolean;
    name: string;
    questionDays: number;
  };
  zones: readonly string[];
  now: Instant;
  /** Null for those who only read. */
  actions: SettingsActions | null;
};

/** The acquirer's own rules: when days begin, which codes are expected, when checks warn. */
export function SettingsView({ settings, zones, now, actions }: SettingsViewProps) {
  const t = useTranslations("settings");
  const zone = useZoneName();
  const locale = useDateLocale();
  const { timeZone, cutOverTime, warnPercent, dueSoonDays, splitAllowed } = settings;
  const profile = settings.responseCodeProfile as ProfileId;
  const day = windowAt("daily", now, settings);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="min-w-0 space-y-4">
        <Section title={t("counting")}>
          <ul className="divide-y">
            <SettingRow
              needsTwo
              name={t("name.business_day")}
              value={t("dayText", { time: cutOverTime, zone: zone(timeZone), id: timeZone })}
              hint={t.rich("dayHint", {
                date: formatMoment(Date.parse(day.businessDate), "date", "UTC", locale),
                until: () => <Moment at={day.end} timeZone={timeZone} style="short" />,
              })}
              change={
                actions && (
                  <ChangeBusinessDay before={{ timeZone, cutOverTime }} {...{ zones, actions }} />
                )
              }
            />
            <SettingRow
              needsTwo
              name={t("name.response_code_profile")}
              value={t(`profile.${profile}`)}
              hint={<TextLink href="/settings/response-codes">{t("seeCodes")}</TextLink>}
              change={actions && <ChangeProfile current={profile} {...{ timeZone, actions }} />}
            />
          </ul>
        </Section>
        <Section title={t("guidance")}>
          <ul className="divide-y">
            <SettingRow
              name={t("name.warn_percent")}
              value={`${warnPercent} %`}
              hint={t("warnHint")}
              change={
                actions && (
                  <ChangeNumber
                    kind="warn_percent"
                    value={warnPercent}
                    {...{ timeZone, actions }}
                  />
                )
              }
            />
            <SettingRow
              name={t("name.due_soon_days")}
              value={t("days", { days: dueSoonDays })}
              hint={t("dueSoonHint")}
              change={
                actions && (
                  <ChangeNumber
                    kind="due_soon_days"
                    value={dueSoonDays}
                    {...{ timeZone, actions }}
                  />
                )
              }
            />
            <SettingRow
              name={t("name.split_allowed")}
              value={t(splitAllowed ? "splitYes" : "splitNo")}
              hint={t("splitHint")}
              change={actions && <ChangeSplit allowed={splitAllowed} {...{ timeZone, actions }} />}
            />
          </ul>
        </Section>
      </div>
      <MerchantTerms {...{ settings, actions }} />
    </div>
  );
}
