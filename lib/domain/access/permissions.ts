import { ACQUIRER } from "@/lib/domain/ids";
import { ACQUIRER_ROLES, type Actor, type Role, type Scope } from "@/lib/domain/access/actor";

type Grant = { roles: readonly Role[]; scope?: Scope };

const MERCHANT: readonly Role[] = ["merchant_owner", "merchant_staff"];
const DECIDERS: readonly Role[] = ["acquirer_reviewer", "acquirer_approver"];
const EVERYBODY: readonly Role[] = [...MERCHANT, ...ACQUIRER_ROLES];

/** Who may do what: the roles of people and the scope of keys; nothing else grants anything. */
export const PERMISSIONS = {
  "checks.run": { roles: [...MERCHANT, ...DECIDERS, "acquirer_admin"], scope: "checks:run" },
  "checks.read": { roles: EVERYBODY, scope: "checks:run" },
  "reservations.write": { roles: [], scope: "reservations:write" },
  "reservations.read": { roles: EVERYBODY, scope: "reservations:write" },
  "reservations.release": { roles: ["merchant_owner"], scope: "reservations:write" },
  "transactions.record": { roles: [], scope: "transactions:write" },
  "transactions.read": { roles: EVERYBODY, scope: "transactions:write" },
  "heartbeats.record": { roles: [], scope: "heartbeats:write" },
  "terminals.read": { roles: EVERYBODY, scope: "terminals:read" },
  "terminals.set_status": { roles: ["acquirer_approver", "acquirer_admin"] },
  "limits.read": { roles: EVERYBODY, scope: "limits:read" },
  "compliance.read": { roles: EVERYBODY, scope: "compliance:read" },
  "limit_requests.read": { roles: EVERYBODY, scope: "limit_requests:write" },
  "limit_requests.submit": {
    roles: ["merchant_owner", ...DECIDERS, "acquirer_admin"],
    scope: "limit_requests:write",
  },
  "limit_requests.withdraw": {
    roles: ["merchant_owner", ...DECIDERS, "acquirer_admin"],
    scope: "limit_requests:write",
  },
  "limit_requests.answer": { roles: ["merchant_owner"] },
  "limit_requests.claim": { roles: DECIDERS },
  "limit_requests.decide": { roles: DECIDERS },
  "limit_requests.settle": { roles: [] },
  "imports.apply": { roles: ["acquirer_approver", "acquirer_admin"] },
  "merchants.read": { roles: EVERYBODY },
  "merchants.search": { roles: ACQUIRER_ROLES },
  "merchants.set_status": { roles: ["acquirer_approver", "acquirer_admin"] },
  "merchants.set_switch": { roles: ["acquirer_approver", "acquirer_admin"] },
  "limits.fill_in": { roles: ["acquirer_approver", "acquirer_admin"] },
  "maintenance.read": { roles: ACQUIRER_ROLES },
  "maintenance.manage": { roles: ["acquirer_approver", "acquirer_admin"] },
  "settings.read": { roles: ACQUIRER_ROLES },
  "settings.change": { roles: ["acquirer_admin"] },
  "settings.confirm": { roles: ["acquirer_approver", "acquirer_admin"] },
  "notifications.read": { roles: EVERYBODY },
  "audit_events.read": { roles: ["acquirer_approver", "acquirer_admin", "auditor"] },
  "users.read": { roles: ["merchant_owner", "acquirer_approver", "acquirer_admin"] },
  "users.manage": { roles: ["merchant_owner", "acquirer_admin"] },
  "sign_up_links.confirm": { roles: ["acquirer_approver", "acquirer_admin"] },
  "keys.read": { roles: ["merchant_owner", "acquirer_approver", "acquirer_admin", "auditor"] },
  "keys.manage": { roles: ["merchant_owner", "acquirer_admin"] },
  "system.read": { roles: ["acquirer_admin", "auditor"] },
  "api_requests.read": { roles: MERCHANT },
  "test_data.read": { roles: MERCHANT },
  "test_data.clear": { roles: ["merchant_owner"] },
  "registry.import": { roles: [] },
  "upkeep.run": { roles: [] },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof PERMISSIONS;

// The command line sets up and jobs record; neither ever decides or charges.
const UNATTENDED: ReadonlySet<Permission> = new Set([
  "checks.run",
  "checks.read",
  "transactions.read",
  "terminals.read",
  "limits.read",
  "compliance.read",
  "limit_requests.read",
  "limit_requests.settle",
  "merchants.read",
  "merchants.search",
  "audit_events.read",
  "users.manage",
  "keys.manage",
  "registry.import",
  "upkeep.run",
]);

/** Whether `actor` may do this for the merchant; the acquirer's roles and keys reach every merchant. */
export function can(actor: Actor, permission: Permission, merchantId: string): boolean {
  const grant: Grant = PERMISSIONS[permission];
  if (actor.kind === "operator" || actor.kind === "system") return UNATTENDED.has(permission);
  if (actor.kind === "key") {
    const reaches = actor.merchantId === merchantId || actor.merchantId === ACQUIRER;
    return reaches && grant.scope !== undefined && actor.scopes.includes(grant.scope);
  }
  return actor.memberships.some(
    (m) =>
      grant.roles.includes(m.role) && (m.merchantId === merchantId || m.merchantId === ACQUIRER),
  );
}

/** Whether the actor belongs to the merchant or to the acquirer at all; a stranger hears "not found". */
export function reaches(actor: Actor, merchantId: string): boolean {
  if (actor.kind === "key") {
    return actor.merchantId === merchantId || actor.merchantId === ACQUIRER;
  }
  if (actor.kind === "user") {
    return actor.memberships.some((m) => m.merchantId === merchantId || m.merchantId === ACQUIRER);
  }
  return true;
}
