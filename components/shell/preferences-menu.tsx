"use client";

import { Languages } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import type { PreferenceActions } from "@/components/shell/preference-actions";
import { preferenceEntries } from "@/components/shell/preference-entries";
import { useThemeWords } from "@/components/shell/use-theme-words";
import type { Theme } from "@/components/shell/theme";

type PreferencesMenuProps = { theme: Theme; actions: PreferenceActions };

/** Language and theme for those who are not signed in. */
export function PreferencesMenu({ theme, actions }: PreferencesMenuProps) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const words = useThemeWords();
  return (
    <Menu
      trigger={
        <IconButton label={t("preferences")} icon={<Languages aria-hidden className="size-4" />} />
      }
      entries={preferenceEntries({ locale, theme }, words, actions)}
    />
  );
}
