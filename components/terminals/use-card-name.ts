import { useTranslations } from "next-intl";
import type { CardHeadroom } from "@/lib/domain/limit-check/headroom-by-card";
import { CARD_ORIGINS, ENTRY_MODES, FUNDING_SOURCES } from "@/lib/domain/limits/limit";

type CardValue = CardHeadroom["values"][number];

const pick = <T extends string>(known: readonly T[], value: CardValue) =>
  known.find((one) => one === value);

/** What a value of a charge's attributes is called. */
export function useCardName() {
  const t = useTranslations("enums");
  return (value: CardValue): string => {
    const mode = pick(ENTRY_MODES, value);
    if (mode) return t(`entryMode.${mode}`);
    const source = pick(FUNDING_SOURCES, value);
    if (source) return t(`fundingSource.${source}`);
    return t(`cardOrigin.${pick(CARD_ORIGINS, value) ?? "domestic"}`);
  };
}
