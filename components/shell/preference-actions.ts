import type { Theme } from "@/components/shell/theme";
import type { Locale } from "@/lib/i18n/locales";

/** What remembers a person's language and theme; given by the layout. */
export type PreferenceActions = {
  setLocale: (locale: Locale) => Promise<unknown>;
  setTheme: (theme: Theme) => Promise<unknown>;
};
