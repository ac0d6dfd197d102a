import { makeReason } from "@/lib/domain/limit-check/make-reason";
import { NO_REASONS, type Rule } from "@/lib/domain/limit-check/rule";

/** A terminal id that is registered nowhere. */
export const terminalNotFound: Rule = (snapshot) =>
  snapshot.terminal === null ? [makeReason("TERMINAL_NOT_FOUND", snapshot)] : NO_REASONS;
