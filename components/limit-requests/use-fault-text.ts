import { useTranslations } from "next-intl";

/** Why something asked for cannot be; a fault without a sentence is told in general. */
export function useFaultText() {
  const t = useTranslations("limitRequests.fault");
  return (code: string): string => {
    const key = code as "changes_nothing";
    return t.has(key) ? t(key) : t("other");
  };
}
