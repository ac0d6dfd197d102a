import type { Role } from "@/lib/domain/access/actor";
import { PERMISSIONS, type Permission } from "@/lib/domain/access/permissions";

const PLACES = [
  { place: "queue", permission: "limit_requests.decide" },
  { place: "merchants", permission: "merchants.search" },
  { place: "audit", permission: "audit_events.read" },
] as const satisfies readonly { place: string; permission: Permission }[];

export type AcquirerPlace = (typeof PLACES)[number]["place"];

/** Where these roles may go inside the acquirer's part, the first being where they start. */
export function acquirerPlaces(roles: readonly Role[]): AcquirerPlace[] {
  return PLACES.filter(({ permission }) => {
    const granted: readonly Role[] = PERMISSIONS[permission].roles;
    return roles.some((role) => granted.includes(role));
  }).map(({ place }) => place);
}
