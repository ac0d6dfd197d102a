import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { NO_REASONS, type Rule, type TerminalSnapshot } from "@/lib/domain/limit-check/rule";

/** A terminal whose serial number is bound elsewhere or revoked; having none is fine. */
export const terminalBindingInvalid: Rule<TerminalSnapshot> = (snapshot) => {
  const { serialNumber, bindingValid } = snapshot.terminal;
  if (serialNumber === null || bindingValid) return NO_REASONS;
  return [makeReason("TERMINAL_BINDING_INVALID", snapshot)];
};
