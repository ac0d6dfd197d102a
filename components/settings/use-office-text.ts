import { useFormatter, useTranslations } from "next-intl";
import { isRoundTheClock, type OfficeHours } from "@/lib/domain/limit-requests/due-at";

/** Office hours in words: "Monday to Friday, 09:00-18:00". */
export function useOfficeText() {
  const t = useTranslations("settings");
  const names = useTranslations("audit.day");
  const format = useFormatter();
  const name = (day: number) => names(String(day) as "1");
  return (office: OfficeHours): string => {
    if (isRoundTheClock(office)) return t("roundTheClock");
    const days = office.officeDays.toSorted();
    const [first = 1, last = 1] = [days[0], days.at(-1)];
    const isRun = days.length > 2 && last - first === days.length - 1;
    const text = isRun
      ? t("dayRange", { first: name(first), last: name(last) })
      : format.list(days.map(name), { type: "unit" });
    return t("officeText", { days: text, from: office.officeFrom, to: office.officeTo });
  };
}
