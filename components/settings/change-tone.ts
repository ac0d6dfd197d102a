import type { Tone } from "@/components/ui/tone";
import type { ProposalState } from "@/lib/domain/settings/settings-change";

/** The colour and icon of what became of a proposal. */
export const CHANGE_TONE: Record<ProposalState, Tone> = {
  proposed: "pending",
  confirmed: "pass",
  declined: "block",
  withdrawn: "neutral",
  expired: "neutral",
};
