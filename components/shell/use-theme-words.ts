import { useTranslations } from "next-intl";

export function useThemeWords() {
  const t = useTranslations("shell");
  return {
    language: t("language"),
    theme: t("theme"),
    themes: {
      system: t("themes.system"),
      light: t("themes.light"),
      dark: t("themes.dark"),
    },
  };
}
