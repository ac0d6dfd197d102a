import type { Instant } from "@/lib/domain/instant";
import { evaluateReasons } from "@/lib/domain/limit-check/evaluate-reasons";
import type { Reason } from "@/lib/domain/limit-check/reason";
import type { ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import {
  SAMPLE_AT,
  sampleProposal,
  type SampleParts,
  sampleSnapshot,
} from "@/lib/domain/limit-check/sample-snapshot";
import type { Proposal } from "@/lib/domain/limit-check/snapshot";

/** The reasons of one code an example gives. */
export function sampleReasons(
  code: ReasonCode,
  parts: SampleParts = {},
  proposal: Partial<Proposal> = {},
  at: Instant = SAMPLE_AT,
): readonly Reason[] {
  const reasons = evaluateReasons(sampleSnapshot(parts), sampleProposal(proposal), at);
  return reasons.filter((reason) => reason.code === code);
}
