import type { MenuEntry } from "@/components/ui/menu";
import { callAction } from "@/components/shell/call-action";
import type { PreferenceActions } from "@/components/shell/preference-actions";
import { isTheme, type Theme, THEMES } from "@/components/shell/theme";
import { isLocale, type Locale } from "@/lib/i18n/locales";

type Current = { locale: Locale; theme: Theme };
type Words = {
  language: string;
  theme: string;
  themes: Record<Theme, string>;
};

// Each language is named in itself, so that whoever needs it can find it.
export const LANGUAGES = [
  { value: "zh-CN", label: "中文", lang: "zh-CN" },
  { value: "en", label: "English", lang: "en" },
] as const;

/** The page follows at once; that it is remembered comes after. */
export function setTheme(theme: Theme, actions: PreferenceActions): void {
  document.documentElement.dataset.theme = theme;
  void callAction(() => actions.setTheme(theme));
}

/** Language and theme as menu entries; the page follows at once. */
export function preferenceEntries(
  current: Current,
  words: Words,
  actions: PreferenceActions,
): MenuEntry[] {
  return [
    {
      kind: "choice",
      key: "language",
      label: words.language,
      value: current.locale,
      options: LANGUAGES,
      onChange: (value) => isLocale(value) && void callAction(() => actions.setLocale(value)),
    },
    {
      kind: "choice",
      key: "theme",
      label: words.theme,
      value: current.theme,
      options: THEMES.map((theme) => ({ value: theme, label: words.themes[theme] })),
      onChange: (value) => isTheme(value) && setTheme(value, actions),
    },
  ];
}
