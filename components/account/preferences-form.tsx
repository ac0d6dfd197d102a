"use client";

import { useLocale, useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { callAction } from "@/components/shell/call-action";
import type { PreferenceActions } from "@/components/shell/preference-actions";
import { isTheme, type Theme, THEMES } from "@/components/shell/theme";
import { useThemeWords } from "@/components/shell/use-theme-words";
import type { ActionResult } from "@/lib/contracts/action-result";
import { type Clock, CLOCKS, isClock } from "@/lib/i18n/clock";
import { isLocale } from "@/lib/i18n/locales";

const LANGUAGES = [
  { value: "zh-CN", label: "中文" },
  { value: "en", label: "English" },
];

type PreferencesFormProps = {
  theme: Theme;
  actions: PreferenceActions & { setClock: (clock: Clock) => Promise<ActionResult<unknown>> };
};

/** Language, theme and clock; the page follows at once, and every later sign-in too. */
export function PreferencesForm({ theme, actions }: PreferencesFormProps) {
  const t = useTranslations("shell");
  const account = useTranslations("account");
  const time = useTranslations("time");
  const locale = useLocale();
  const words = useThemeWords();
  const chooseLocale = (value: string) =>
    isLocale(value) && void callAction(() => actions.setLocale(value));
  const chooseTheme = (value: string) => {
    if (!isTheme(value)) return;
    document.documentElement.dataset.theme = value;
    void callAction(() => actions.setTheme(value));
  };
  const chooseClock = (value: string) =>
    isClock(value) && void callAction(() => actions.setClock(value));
  return (
    <div className="space-y-4">
      <Field label={t("language")}>
        {(aria) => (
          <Select
            {...aria}
            defaultValue={locale}
            options={LANGUAGES}
            onChange={({ target }) => chooseLocale(target.value)}
          />
        )}
      </Field>
      <Field label={account("clock")}>
        {(aria) => (
          <Select
            {...aria}
            defaultValue={time("clock")}
            options={CLOCKS.map((value) => ({ value, label: account(`clocks.${value}`) }))}
            onChange={({ target }) => chooseClock(target.value)}
          />
        )}
      </Field>
      <Field label={t("theme")}>
        {(aria) => (
          <Select
            {...aria}
            defaultValue={theme}
            options={THEMES.map((value) => ({ value, label: words.themes[value] }))}
            onChange={({ target }) => chooseTheme(target.value)}
          />
        )}
      </Field>
    </div>
  );
}
