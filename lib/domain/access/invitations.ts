import type { Membership } from "@/lib/domain/access/actor";

type Known = { isDeactivated: boolean; memberships: readonly Membership[] };

/**
 * Whether an e-mail may be invited although it is known: only while no role anywhere goes with it. A link
 * for anybody else would take their account over; whoever was deactivated is let in again, not invited.
 */
export const mayBeInvited = ({ isDeactivated, memberships }: Known): boolean =>
  !isDeactivated && memberships.length === 0;
