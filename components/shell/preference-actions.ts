import type { Theme } from "@/components/shell/theme";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { Locale } from "@/lib/i18n/locales";

/** What remembers a person's language and theme; given by the layout. */
export type PreferenceActions = {
  setLocale: (locale: Locale) => Promise<ActionResult<unknown>>;
  setTheme: (theme: Theme) => Promise<ActionResult<unknown>>;
};
