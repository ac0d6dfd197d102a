import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { NO_REASONS, type Rule, type TerminalSnapshot } from "@/lib/domain/limit-check/rule";

/** A card said to be foreign on a terminal that takes domestic ones only; an empty list takes all. */
export const foreignCardNotEnabled: Rule<TerminalSnapshot> = (snapshot, { cardOrigin }) => {
  const enabled = snapshot.terminal.cardOrigins;
  if (cardOrigin !== "foreign" || enabled.length === 0 || enabled.includes(cardOrigin))
    return NO_REASONS;
  const about = { kind: "attribute", value: cardOrigin, enabled } as const;
  return [makeReason("FOREIGN_CARD_NOT_ENABLED", snapshot, about)];
};
