import { useTranslations } from "next-intl";
import { useOfficeText } from "@/components/settings/use-office-text";
import { useZoneName } from "@/components/time/use-zone-name";
import { formatMoney } from "@/lib/domain/money";
import { readTemplateKey } from "@/lib/domain/settings/limit-template";
import type { SettingsWish } from "@/lib/domain/settings/settings-change";

/** Before and after; an invitation has nothing before it. */
type Values = [string | null, string];

type Told = { name: string; before: string | null; after: string };

/** Values of settings that are one number or one name. */
function usePlainValues() {
  const t = useTranslations("settings");
  const office = useOfficeText();
  return (wish: SettingsWish): Values => {
    switch (wish.kind) {
      case "warn_percent":
        return [`${wish.before.warnPercent} %`, `${wish.after.warnPercent} %`];
      case "due_soon_days":
        return [
          t("days", { days: wish.before.dueSoonDays }),
          t("days", { days: wish.after.dueSoonDays }),
        ];
      case "question_days":
        return [
          t("days", { days: wish.before.questionDays }),
          t("days", { days: wish.after.questionDays }),
        ];
      case "decision_hours":
        return [
          t("hours", { hours: wish.before.decisionHours }),
          t("hours", { hours: wish.after.decisionHours }),
        ];
      case "office_hours":
        return [office(wish.before), office(wish.after)];
      case "acquirer_name":
        return [wish.before.name, wish.after.name];
      default:
        return ["", ""];
    }
  };
}

function useSettingValues() {
  const t = useTranslations("settings");
  const roles = useTranslations("enums.role");
  const list = useTranslations("audit");
  const zone = useZoneName();
  const plain = usePlainValues();
  return (wish: SettingsWish): Values => {
    switch (wish.kind) {
      case "business_day": {
        const text = ({ timeZone, cutOverTime }: typeof wish.before) =>
          t("dayText", { time: cutOverTime, zone: zone(timeZone), id: timeZone });
        return [text(wish.before), text(wish.after)];
      }
      case "response_code_profile": {
        const text = ({ responseCodeProfile: id }: typeof wish.before) =>
          t(`profile.${id as "catch_all"}`);
        return [text(wish.before), text(wish.after)];
      }
      case "four_eyes_threshold":
      case "limit_template": {
        const currency = wish.key.split("|").at(-1) ?? "";
        const none = wish.kind === "limit_template" ? t("noTemplate") : t("noThreshold");
        const text = ({ maxAmountMinor }: typeof wish.before) =>
          maxAmountMinor === null ? none : formatMoney(maxAmountMinor, currency);
        return [text(wish.before), text(wish.after)];
      }
      case "roles": {
        const text = (all: typeof wish.before.roles) =>
          all.map((role) => roles(role)).join(list("listSeparator"));
        return [text(wish.before.roles), text(wish.after.roles)];
      }
      case "invitation": {
        const { name, roles: given } = wish.after;
        return [null, [name, ...given.map((role) => roles(role))].join(" · ")];
      }
      case "split_allowed": {
        const text = (allowed: boolean) => t(allowed ? "splitYes" : "splitNo");
        return [text(wish.before.splitAllowed), text(wish.after.splitAllowed)];
      }
      default:
        return plain(wish);
    }
  };
}

/** What a change is of, and its values before and after, in words. `people` names persons. */
export function useSettingText(people?: Readonly<Record<string, string>>) {
  const t = useTranslations("settings");
  const windows = useTranslations("enums.window");
  const tiers = useTranslations("enums.tier");
  const valuesOf = useSettingValues();

  const nameFor = ({ kind, key, after }: SettingsWish): string => {
    if (kind === "four_eyes_threshold") {
      const [window, currency = ""] = key.split("|");
      return t("thresholdOf", { window: windows(window as "daily"), currency });
    }
    if (kind === "limit_template") {
      const { tier, mcc, channel, window, currency } = readTemplateKey(key);
      const parts = [tiers(tier), mcc, t(`channel.${channel}`), windows(window), currency];
      return t("templateOf", { what: parts.filter(Boolean).join(" · ") });
    }
    if (kind === "reason_code_map") {
      const profile = t(`profile.${key as "catch_all"}`);
      return t("mapOf", { profile, count: Object.keys(after).length });
    }
    if (kind === "roles") return t("rolesOf", { name: people?.[key] ?? key });
    if (kind === "invitation") return t("invitationOf", { email: key });
    return t(`name.${kind}`);
  };

  return (wish: SettingsWish): Told => {
    const [before, after] = valuesOf(wish);
    return { name: nameFor(wish), before, after };
  };
}
