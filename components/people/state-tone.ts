import type { Tone } from "@/components/ui/tone";
import type { Person } from "@/lib/domain/access/person";

/** The colour and icon of how somebody can sign in. */
export const STATE_TONE: Record<Person["state"], Tone> = {
  active: "pass",
  invited: "pending",
  deactivated: "block",
};
