import type { FailureRisk } from "@/lib/domain/limit-check/check-result";
import type { Reason } from "@/lib/domain/limit-check/reason";
import type { ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import { BARE_FAILURE_CODE } from "@/lib/domain/response-codes/profiles";

/** Warnings under which terminals are known to show a bare failure. */
const OMENS: readonly ReasonCode[] = [
  "MAINTENANCE_WINDOW",
  "TERMINAL_CONFIG_MISMATCH",
  "STATIC_QR_TIER_CEILING",
];

const CERTAIN = { risk: "high", probability: 0.99, basis: "rule" } as const;
/** The least a history would need for the same risk. */
const LIKELY = { risk: "medium", probability: 0.2, basis: "rule" } as const;
const UNKNOWN = { risk: "none", probability: null, basis: "none" } as const;

/** High when a blocking reason is expected to show as the bare failure code, medium under an omen, else none. */
export function failureRisk(reasons: readonly Reason[]): FailureRisk {
  if (reasons.some((r) => r.severity === "block" && r.expectedCode === BARE_FAILURE_CODE))
    return CERTAIN;
  return reasons.some(({ code }) => OMENS.includes(code)) ? LIKELY : UNKNOWN;
}
