import type { Tone } from "@/components/ui/tone";
import type { RequirementStanding } from "@/lib/domain/compliance";

/** The colour and icon of how a requirement stands. */
export const STANDING_TONE: Record<RequirementStanding, Tone> = {
  met: "pass",
  due_soon: "warn",
  past_due: "block",
  unverified: "pending",
};
