import { useTranslations } from "next-intl";

/** What is wrong with a new password, by the code of the rule it breaks. */
export function usePasswordFault() {
  const t = useTranslations("signIn.fault");
  return (code: string | undefined): string => {
    const key = code as "too_short";
    return t.has(key) ? t(key) : t("common");
  };
}
