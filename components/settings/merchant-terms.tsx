import { useTranslations } from "next-intl";
import { ChangeName } from "@/components/settings/change-name";
import { ChangeNumber } from "@/components/settings/change-number";
import { ChangeOfficeHours } from "@/components/settings/change-office-hours";
import { SettingRow } from "@/components/settings/setting-row";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { useOfficeText } from "@/components/settings/use-office-text";
import { Section } from "@/components/ui/section";
import type { DecisionTime } from "@/lib/domain/limit-requests/due-at";

type MerchantTermsProps = {
  settings: DecisionTime & { name: string; questionDays: number };
  /** Null for those who only read. */
  actions: SettingsActions | null;
};

/** What merchants see of the acquirer: its name, how soon it decides, how long its questions stay open. */
export function MerchantTerms({ settings, actions }: MerchantTermsProps) {
  const t = useTranslations("settings");
  const office = useOfficeText();
  const { name, timeZone, decisionHours, questionDays } = settings;
  const { officeFrom, officeTo, officeDays } = settings;
  const same = actions && { timeZone, actions };
  return (
    <Section title={t("towardsMerchants")}>
      <ul className="divide-y">
        <SettingRow
          name={t("name.acquirer_name")}
          value={name}
          hint={t("nameHint")}
          change={same && <ChangeName name={name} {...same} />}
        />
        <SettingRow
          name={t("name.decision_hours")}
          value={t("hours", { hours: decisionHours })}
          hint={t("decisionHint")}
          change={same && <ChangeNumber kind="decision_hours" value={decisionHours} {...same} />}
        />
        <SettingRow
          name={t("name.office_hours")}
          value={office(settings)}
          hint={t("officeHint")}
          change={
            same && <ChangeOfficeHours office={{ officeFrom, officeTo, officeDays }} {...same} />
          }
        />
        <SettingRow
          name={t("name.question_days")}
          value={t("days", { days: questionDays })}
          hint={t("questionHint")}
          change={same && <ChangeNumber kind="question_days" value={questionDays} {...same} />}
        />
      </ul>
    </Section>
  );
}
