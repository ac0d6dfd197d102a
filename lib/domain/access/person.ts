import type { Role } from "@/lib/domain/access/actor";
import type { Instant } from "@/lib/domain/instant";

/** Someone who may sign in, as the people around them see it. */
export type Person = {
  userId: string;
  email: string;
  name: string;
  /** Inside the merchant, or the acquirer, that is looked at. */
  roles: readonly Role[];
  /** invited: the sign-up link was not used yet. */
  state: "active" | "invited" | "deactivated";
  lastActiveAt: Instant | null;
};
