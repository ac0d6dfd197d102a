/** Merchant roles hold inside one merchant, the others inside the acquirer. */
export const MERCHANT_ROLES = ["merchant_owner", "merchant_staff"] as const;
export const ACQUIRER_ROLES = [
  "acquirer_reviewer",
  "acquirer_approver",
  "acquirer_admin",
  "auditor",
] as const;
export const ROLES = [...MERCHANT_ROLES, ...ACQUIRER_ROLES] as const;
export type Role = (typeof ROLES)[number];

/** Scopes a key may carry; the contract's list. */
export const SCOPES = [
  "checks:run",
  "reservations:write",
  "transactions:write",
  "terminals:read",
  "limits:read",
  "heartbeats:write",
  "limit_requests:write",
  "compliance:read",
] as const;
export type Scope = (typeof SCOPES)[number];

export type Membership = { merchantId: string; role: Role };

/** Who acts: a signed-in person, an API key, the operator at the command line, or a job. */
export type Actor =
  | {
      kind: "user";
      userId: string;
      name: string;
      sessionId: string;
      memberships: readonly Membership[];
      passwordConfirmedAt: number;
    }
  | {
      kind: "key";
      keyId: string;
      name: string;
      merchantId: string;
      scopes: readonly Scope[];
      createdByUserId: string | null;
    }
  | { kind: "operator" }
  | { kind: "system" };
