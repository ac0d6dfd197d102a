import type { Tone } from "@/components/ui/tone";
import type { CheckResult } from "@/lib/domain/limit-check/check-result";

/** The colour and icon of a verdict. */
export const DECISION_TONE: Record<CheckResult["decision"], Tone> = {
  approve: "pass",
  review: "warn",
  decline: "block",
};
