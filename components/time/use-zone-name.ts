import { useLocale, useTranslations } from "next-intl";

/** What people call a zone: "Beijing time". */
export function useZoneName() {
  const t = useTranslations("time.zone");
  const locale = useLocale();
  return (timeZone: string): string => {
    if (timeZone === "Asia/Shanghai") return t("shanghai");
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "longGeneric" });
    const name = parts.formatToParts(0).find((part) => part.type === "timeZoneName");
    return name?.value ?? timeZone;
  };
}
