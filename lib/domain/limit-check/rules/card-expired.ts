import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { NO_REASONS, type Rule, type TerminalSnapshot } from "@/lib/domain/limit-check/rule";
import { dateOfDay, wallTimeAt } from "@/lib/domain/zoned-time";

/** A card after the last day of its month in the acquirer's zone; all of that day it passes. */
export const cardExpired: Rule<TerminalSnapshot> = (snapshot, { cardExpiry }, { at }) => {
  if (cardExpiry === undefined) return NO_REASONS;
  const today = dateOfDay(wallTimeAt(at, snapshot.acquirer.timeZone).day);
  if (today.slice(0, 7) <= cardExpiry) return NO_REASONS;
  return [
    makeReason("CARD_EXPIRED", snapshot, { kind: "attribute", value: cardExpiry, enabled: [] }),
  ];
};
