import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { NO_REASONS, type Rule, type TerminalSnapshot } from "@/lib/domain/limit-check/rule";
import { isWithinTradingHours } from "@/lib/domain/trading-hours";

/** Before the terminal's hours open or from their end on, by the merchant's clocks. */
export const outsideTradingHours: Rule<TerminalSnapshot> = (snapshot, _proposal, { at }) => {
  const { tradingHours } = snapshot.terminal;
  if (tradingHours === null) return NO_REASONS;
  if (isWithinTradingHours(tradingHours, at, snapshot.merchant.timeZone)) return NO_REASONS;
  return [makeReason("OUTSIDE_TRADING_HOURS", snapshot, { kind: "hours", tradingHours })];
};
