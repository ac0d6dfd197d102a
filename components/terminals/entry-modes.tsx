import { useTranslations } from "next-intl";
import type { EntryMode } from "@/lib/domain/limits/limit";

/** How a terminal reads cards, in a few words; an empty list means every way. */
export function EntryModes({ modes }: { modes: readonly EntryMode[] }) {
  const t = useTranslations("terminals");
  const names = useTranslations("enums.entryMode");
  if (modes.length === 0) return <>{t("everyEntryMode")}</>;
  return <>{modes.map((mode) => names(mode)).join(" · ")}</>;
}
