import { ACQUIRER_ROLES, MERCHANT_ROLES, type Role, type Scope } from "@/lib/domain/access/actor";

/**
 * Who may enter where. The tests discover every page, server action, route and API operation by
 * themselves and fail when one is missing here, or stands here and no longer exists.
 */

/** Records of the demo world's first merchant that the tries below aim at. */
export type World = {
  merchantId: string;
  terminalId: string;
  limitId: string;
  /** A request nobody has decided. */
  limitRequestId: string;
  /** An import nobody has decided. */
  limitBatchId: string;
  checkId: string;
  reservationId: string;
  staffUserId: string;
  reviewerUserId: string;
};

/** Whom a page or an action is open to; `signed_in` = whatever the role. */
export type Audience = readonly Role[] | "everybody" | "signed_in";

type PageAccess = {
  audience: Audience;
  /** The page of a record of the first merchant, which others must not find. */
  path?: (world: World) => string;
  /** "own" where others see the page without that record. */
  stranger?: "own";
};

export const PAGES: Record<string, PageAccess> = {
  "/": { audience: "signed_in" },
  "/sign-in": { audience: "everybody" },
  "/sign-up": { audience: "everybody" },
  "/no-permission": { audience: "everybody" },
  "/developers": { audience: "everybody" },
  "/account": { audience: "signed_in" },
  "/home": { audience: MERCHANT_ROLES },
  "/terminals": { audience: MERCHANT_ROLES },
  "/terminals/[tid]": {
    audience: MERCHANT_ROLES,
    path: (world) => `/terminals/${world.terminalId}`,
  },
  "/check": { audience: MERCHANT_ROLES },
  "/limit-requests": { audience: MERCHANT_ROLES },
  "/limit-requests/new": {
    audience: MERCHANT_ROLES,
    path: (world) => `/limit-requests/new?limit=${world.limitId}`,
    // The address only fills the form in: what is not one's own is left out of it.
    stranger: "own",
  },
  "/limit-requests/[id]": {
    audience: MERCHANT_ROLES,
    path: (world) => `/limit-requests/${world.limitRequestId}`,
  },
  "/notifications": { audience: MERCHANT_ROLES },
  "/team": { audience: ["merchant_owner"] },
  "/queue": { audience: ACQUIRER_ROLES },
  "/queue/[mid]/[id]": {
    audience: ACQUIRER_ROLES,
    path: (world) => `/queue/${world.merchantId}/${world.limitRequestId}`,
  },
  "/queue/batches/[id]": {
    audience: ACQUIRER_ROLES,
    path: (world) => `/queue/batches/${world.limitBatchId}`,
  },
  "/imports": { audience: ACQUIRER_ROLES },
  "/merchants": { audience: ACQUIRER_ROLES },
  "/merchants/[merchantId]": {
    audience: ACQUIRER_ROLES,
    path: (world) => `/merchants/${world.merchantId}`,
  },
  "/audit": { audience: ["acquirer_approver", "acquirer_admin", "auditor"] },
  "/people": { audience: ["acquirer_approver", "acquirer_admin"] },
};

/** Routes that are neither pages nor operations of the API, and what guards each. */
export const HANDLERS: Record<string, string> = {
  "app/api/auth/[...nextauth]/route.ts": "next-auth's own token; signs in and out, tells nothing",
  "app/api/imports/route.ts":
    "shows or applies an uploaded file; approvers and admins only, tried in e2e/web/imports.spec.ts",
  "app/api/session/route.ts": "says whether this browser is signed in, nothing else",
  "app/api/v1/[[...route]]/route.ts": "the API itself; see OPERATIONS",
};

type ActionTry = {
  audience: Audience;
  input: (world: World) => unknown;
  /**
   * What another merchant's owner hears of these records: nothing by default; `own` = the action
   * names no record, or answers about one's own only.
   */
  stranger?: "own";
};

const DECIDERS: readonly Role[] = ["acquirer_reviewer", "acquirer_approver"];
const named = ({ merchantId, limitRequestId }: World) => ({ merchantId, limitRequestId });

export const ACTIONS: Record<string, ActionTry> = {
  "app/actions.ts#setLocale": { audience: "everybody", input: () => "en", stranger: "own" },
  "app/actions.ts#setTheme": { audience: "everybody", input: () => "dark", stranger: "own" },
  "app/(auth)/actions.ts#signIn": {
    audience: "everybody",
    input: () => ({ email: "nobody@sunrise.demo", password: "not a password" }),
    stranger: "own",
  },
  "app/(auth)/actions.ts#signUp": {
    audience: "everybody",
    input: () => ({ token: "none", name: "Nobody", password: "lantern over water" }),
    stranger: "own",
  },
  "app/(auth)/actions.ts#signOut": {
    audience: "everybody",
    input: () => undefined,
    stranger: "own",
  },
  "app/(auth)/actions.ts#confirmPassword": {
    audience: "signed_in",
    input: () => ({ password: "not a password" }),
    stranger: "own",
  },
  "app/(account)/account/actions.ts#endSession": {
    audience: "signed_in",
    input: () => ({ sessionId: "ses_00000000000000000000000000" }),
    stranger: "own",
  },
  "app/(account)/account/actions.ts#endOtherSessions": {
    audience: "signed_in",
    input: () => undefined,
    stranger: "own",
  },
  "app/(account)/account/actions.ts#changePassword": {
    audience: "signed_in",
    input: () => ({ current: "not a password", password: "lantern over water" }),
    stranger: "own",
  },
  "app/(account)/actions.ts#issueLink": {
    audience: ["merchant_owner", "acquirer_admin"],
    input: ({ merchantId, staffUserId }) => ({ merchantId, userId: staffUserId }),
  },
  "app/(account)/actions.ts#askForLink": {
    audience: ["acquirer_admin"],
    input: ({ reviewerUserId }) => ({ userId: reviewerUserId }),
  },
  "app/(account)/actions.ts#confirmLink": {
    audience: ["acquirer_approver", "acquirer_admin"],
    input: ({ reviewerUserId }) => ({ userId: reviewerUserId }),
  },
  "app/(merchant)/check/actions.ts#loadSnapshot": {
    audience: MERCHANT_ROLES,
    input: ({ terminalId }) => terminalId,
    stranger: "own",
  },
  "app/(merchant)/check/actions.ts#runCheck": {
    audience: MERCHANT_ROLES,
    input: ({ terminalId }) => ({ terminalId, amountMinor: 100, currency: "CNY" }),
    stranger: "own",
  },
  "app/(merchant)/limit-requests/actions.ts#submit": {
    audience: ["merchant_owner"],
    input: ({ limitId }) => ({
      limitId,
      asked: { max_amount: { amountMinor: 6_000_000, currency: "CNY" } },
      justification: "Wholesale customers pay by one card.",
      startsAt: null,
      endsAt: null,
    }),
  },
  "app/(merchant)/limit-requests/actions.ts#withdraw": {
    audience: ["merchant_owner"],
    input: ({ limitRequestId }) => ({ limitRequestId }),
  },
  "app/(merchant)/limit-requests/actions.ts#answer": {
    audience: ["merchant_owner"],
    input: ({ limitRequestId }) => ({ limitRequestId, answer: "Here is what you asked." }),
  },
  "app/(merchant)/terminals/actions.ts#release": {
    audience: ["merchant_owner"],
    input: () => ({ reservationId: "rsv_01J9ZC5V8Q4W0M3K7T2XHB6RDN" }),
  },
  "app/(merchant)/notifications/actions.ts#markRead": {
    audience: MERCHANT_ROLES,
    input: () => ({ notificationId: null }),
    stranger: "own",
  },
  "app/(acquirer)/queue/actions.ts#claim": { audience: DECIDERS, input: named },
  "app/(acquirer)/queue/actions.ts#release": { audience: DECIDERS, input: named },
  "app/(acquirer)/queue/actions.ts#ask": {
    audience: DECIDERS,
    input: (world) => ({ ...named(world), question: "Which customers pay by one card?" }),
  },
  "app/(acquirer)/queue/actions.ts#decide": {
    audience: DECIDERS,
    input: (world) => ({
      ...named(world),
      expected: "rejected",
      input: { decision: "reject", reason: "risk_too_high", note: null },
    }),
  },
  "app/(acquirer)/queue/batches/actions.ts#decide": {
    audience: DECIDERS,
    input: ({ limitBatchId }) => ({
      ...{ limitBatchId, expected: "rejected" },
      input: { decision: "reject", reason: "risk_too_high", note: null },
    }),
  },
  "app/(acquirer)/queue/batches/actions.ts#withdraw": {
    audience: ["acquirer_approver", "acquirer_admin"],
    input: ({ limitBatchId }) => ({ limitBatchId }),
  },
  "app/(acquirer)/merchants/actions.ts#setStatus": {
    audience: ["acquirer_approver", "acquirer_admin"],
    input: ({ merchantId }) => ({
      ...{ merchantId, status: "suspended", reason: "Site visit failed", seenVersion: 0 },
    }),
  },
  "app/(acquirer)/merchants/actions.ts#setSwitch": {
    audience: ["acquirer_approver", "acquirer_admin"],
    input: ({ merchantId }) => ({
      ...{ merchantId, control: "settlement", enabled: false },
      ...{ reason: "Account closed", seenSince: 0 },
    }),
  },
};

type OperationTry = {
  scope: Scope | "any_key";
  /** The path with example ids of the first merchant. */
  path?: (world: World) => string;
  body?: (world: World) => unknown;
  /**
   * What another merchant's key is told of these records: "not found", or only what is its own,
   * such as an empty list or the decision that there is no such terminal.
   */
  stranger: "not_found" | "own";
};

const charge = ({ terminalId }: World) => ({
  ...{ terminal_id: terminalId, amount: { value: 100, currency: "CNY" } },
});

export const OPERATIONS: Record<string, OperationTry> = {
  "POST /checks": { scope: "checks:run", body: charge, stranger: "own" },
  "POST /checks/batch": {
    scope: "checks:run",
    body: (world) => ({ checks: [charge(world)] }),
    stranger: "own",
  },
  "GET /checks": {
    scope: "checks:run",
    path: (world) => `/checks?terminal_id=${world.terminalId}`,
    stranger: "own",
  },
  "GET /checks/{id}": {
    scope: "checks:run",
    path: (world) => `/checks/${world.checkId}`,
    stranger: "not_found",
  },
  "POST /reservations": {
    scope: "reservations:write",
    body: charge,
    stranger: "own",
  },
  "POST /reservations/{id}/commit": {
    scope: "reservations:write",
    path: (world) => `/reservations/${world.reservationId}/commit`,
    stranger: "not_found",
  },
  "POST /reservations/{id}/release": {
    scope: "reservations:write",
    path: (world) => `/reservations/${world.reservationId}/release`,
    stranger: "not_found",
  },
  "GET /reservations/{id}": {
    scope: "reservations:write",
    path: (world) => `/reservations/${world.reservationId}`,
    stranger: "not_found",
  },
  "POST /transactions": {
    scope: "transactions:write",
    body: (world) => ({
      ...charge(world),
      ...{ external_id: "matrix-1", response_code: "00", occurred_at: new Date().toISOString() },
    }),
    stranger: "not_found",
  },
  "GET /transactions": {
    scope: "transactions:write",
    path: (world) => `/transactions?terminal_id=${world.terminalId}`,
    stranger: "own",
  },
  "GET /terminals": { scope: "terminals:read", stranger: "own" },
  "GET /terminals/{tid}": {
    scope: "terminals:read",
    path: (world) => `/terminals/${world.terminalId}`,
    stranger: "not_found",
  },
  "GET /terminals/{tid}/headroom": {
    scope: "limits:read",
    path: (world) => `/terminals/${world.terminalId}/headroom`,
    stranger: "not_found",
  },
  "POST /terminals/{tid}/heartbeats": {
    scope: "heartbeats:write",
    path: (world) => `/terminals/${world.terminalId}/heartbeats`,
    body: ({ merchantId, terminalId }) => ({
      ...{ app_version: "4.12.1", network: "wifi", rtt_ms: 40 },
      ...{ reported_merchant_id: merchantId, reported_terminal_id: terminalId },
    }),
    stranger: "not_found",
  },
  "GET /limits": {
    scope: "limits:read",
    path: (world) => `/limits?terminal_id=${world.terminalId}`,
    stranger: "own",
  },
  "POST /limit-requests": {
    scope: "limit_requests:write",
    body: ({ limitId }) => ({
      limit_id: limitId,
      requested: { max_amount: { value: 4_000_000, currency: "CNY" } },
      justification: "Fewer large charges from now on.",
    }),
    stranger: "not_found",
  },
  "GET /limit-requests": { scope: "limit_requests:write", stranger: "own" },
  "GET /limit-requests/{id}": {
    scope: "limit_requests:write",
    path: (world) => `/limit-requests/${world.limitRequestId}`,
    stranger: "not_found",
  },
  "POST /limit-requests/{id}/withdraw": {
    scope: "limit_requests:write",
    path: (world) => `/limit-requests/${world.limitRequestId}/withdraw`,
    stranger: "not_found",
  },
  "GET /compliance": { scope: "compliance:read", stranger: "own" },
  "GET /response-codes": { scope: "any_key", stranger: "own" },
};

/** Answered to everybody: the process, the database, the document; `/metrics` to its token's bearer. */
export const OPEN_ENDPOINTS = ["/api/v1/openapi.json", "/healthz", "/readyz", "/metrics"];
