import { useTranslations } from "next-intl";
import { ChangeName } from "@/components/settings/change-name";
import { ChangeNumber } from "@/components/settings/change-number";
import { SettingRow } from "@/components/settings/setting-row";
import type { SettingsActions } from "@/components/settings/settings-actions";
import { Section } from "@/components/ui/section";

type MerchantTermsProps = {
  settings: { name: string; timeZone: string; decisionHours: number; questionDays: number };
  /** Null for those who only read. */
  actions: SettingsActions | null;
};

/** What merchants see of the acquirer: its name, how soon it decides, how long its questions stay open. */
export function MerchantTerms({ settings, actions }: MerchantTermsProps) {
  const t = useTranslations("settings");
  const { name, timeZone, decisionHours, questionDays } = settings;
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
          name={t("name.question_days")}
          value={t("days", { days: questionDays })}
          hint={t("questionHint")}
          change={same && <ChangeNumber kind="question_days" value={questionDays} {...same} />}
        />
      </ul>
    </Section>
  );
}
