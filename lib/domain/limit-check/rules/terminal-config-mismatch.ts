import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { NO_REASONS, type Rule, type TerminalSnapshot } from "@/lib/domain/limit-check/rule";

/** A terminal that last reported another merchant id or terminal id; one that reported nothing is fine. */
export const terminalConfigMismatch: Rule<TerminalSnapshot> = (snapshot) => {
  const { terminalId, reportedMerchantId, reportedTerminalId } = snapshot.terminal;
  const { merchantId } = snapshot.merchant;
  const isMerchantRight = reportedMerchantId === null || reportedMerchantId === merchantId;
  const isTerminalRight = reportedTerminalId === null || reportedTerminalId === terminalId;
  if (isMerchantRight && isTerminalRight) return NO_REASONS;
  const about = { kind: "reported", reportedMerchantId, reportedTerminalId } as const;
  return [makeReason("TERMINAL_CONFIG_MISMATCH", snapshot, about)];
};
