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
  "/limits": { audience: MERCHANT_ROLES },
  "/check/many": { audience: MERCHANT_ROLES },
  "/limit-requests": { audience: MERCHANT_ROLES },
  "/limit-requests/new": {
    audience: MERCHANT_ROLES,
    path: (world) => `/limit-requests/new?limit=${world.limitId}`,
    // The address only fills the form in: what is not one's own is left out of it.
    stranger: "own",
  },
  "/limit-requests/new/several": { audience: ["merchant_owner"] },
  "/limit-requests/[id]": {
    audience: MERCHANT_ROLES,
    path: (world) => `/limit-requests/${world.limitRequestId}`,
  },
  "/compliance": { audience: MERCHANT_ROLES },
  "/notifications": { audience: MERCHANT_ROLES },
  "/notifications/preferences": { audience: MERCHANT_ROLES },
  "/developers/requests": { audience: MERCHANT_ROLES },
  "/developers/keys": { audience: ["merchant_owner"] },
  "/developers/test": { audience: MERCHANT_ROLES },
  "/team": { audience: ["merchant_owner"] },
  "/inbox": { audience: ACQUIRER_ROLES },
  "/desk": { audience: ACQUIRER_ROLES },
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
  "/bulk-edits": { audience: ["acquirer_approver", "acquirer_admin"] },
  "/merchants": { audience: ACQUIRER_ROLES },
  "/merchants/[merchantId]": {
    audience: ACQUIRER_ROLES,
    path: (world) => `/merchants/${world.merchantId}`,
  },
  "/merchants/[merchantId]/terminals/[tid]": {
    audience: ACQUIRER_ROLES,
    path: (world) => `/merchants/${world.merchantId}/terminals/${world.terminalId}`,
  },
  "/registry": { audience: ACQUIRER_ROLES },
  "/maintenance": { audience: ACQUIRER_ROLES },
  "/settings": { audience: ACQUIRER_ROLES },
  "/settings/response-codes": { audience: ACQUIRER_ROLES },
  "/limit-templates": { audience: ACQUIRER_ROLES },
  "/audit": { audience: ["acquirer_approver", "acquirer_admin", "auditor"] },
  "/keys": { audience: ["acquirer_approver", "acquirer_admin", "auditor"] },
  "/people": { audience: ["acquirer_approver", "acquirer_admin"] },
  "/system": { audience: ["acquirer_admin", "auditor"] },
};

/** Routes that are neither pages nor operations of the API, and what guards each. */
export const HANDLERS: Record<string, string> = {
  "app/api/auth/[...nextauth]/route.ts": "next-auth's own token; signs in and out, tells nothing",
  "app/csv/[table]/route.ts": "the same session, use-case and permission as the page of the table",
  "app/api/imports/route.ts":
    "shows or applies an uploaded file or an edit of many rows; approvers and admins only, tried in e2e/web/imports.spec.ts",
  "app/api/imports/[id]/undo/route.ts":
    "the file that undoes a past import; the use-case asks for the permission to import",
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

const cutOverWish = {
  ...{ kind: "business_day", key: "" },
  before: { timeZone: "Asia/Shanghai", cutOverTime: "00:00" },
  after: { timeZone: "Asia/Shanghai", cutOverTime: "04:00" },
};

export const ACTIONS: Record<string, ActionTry> = {
  "app/actions.ts#setLocale": { audience: "everybody", input: () => "en", stranger: "own" },
  "app/actions.ts#setClock": { audience: "everybody", input: () => "h12", stranger: "own" },
  "app/actions.ts#setTheme": { audience: "everybody", input: () => "dark", stranger: "own" },
  "app/actions.ts#chooseMerchant": {
    audience: MERCHANT_ROLES,
    input: (world) => world.merchantId,
  },
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
  "app/tables/actions.ts#setLayout": {
    audience: "signed_in",
    input: () => ({ table: "merchants", columns: ["mid"], density: "compact" }),
    stranger: "own",
  },
  "app/tables/actions.ts#saveView": {
    audience: "signed_in",
    input: () => ({ table: "merchants", name: "Suspended", query: "status=suspended" }),
    stranger: "own",
  },
  "app/tables/actions.ts#renameView": {
    audience: "signed_in",
    input: () => ({ table: "merchants", name: "Suspended", to: "Held back" }),
    stranger: "own",
  },
  "app/tables/actions.ts#deleteView": {
    audience: "signed_in",
    input: () => ({ table: "merchants", name: "Nobody's" }),
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
  "app/(merchant)/actions.ts#search": {
    audience: MERCHANT_ROLES,
    input: ({ terminalId }) => ({ text: terminalId }),
    stranger: "own",
  },
  "app/(acquirer)/actions.ts#search": {
    audience: ACQUIRER_ROLES,
    input: ({ terminalId }) => ({ text: terminalId }),
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
  "app/(merchant)/check/many/actions.ts#runChecks": {
    audience: MERCHANT_ROLES,
    input: ({ terminalId }) => ({ charges: [{ terminalId, amountMinor: 100, currency: "CNY" }] }),
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
  "app/(merchant)/limit-requests/actions.ts#listSelected": {
    audience: ["merchant_owner"],
    input: ({ limitId, merchantId }) => ({ list: "limits", merchantId, ids: [limitId] }),
    // Limits that are not one's own are left out.
    stranger: "own",
  },
  "app/(merchant)/limit-requests/actions.ts#previewSeveral": {
    audience: ["merchant_owner"],
    input: ({ limitId }) => ({
      limitIds: [limitId],
      change: {
        metric: "max_amount",
        step: { by: "percent", value: 12_000 },
        currency: "CNY",
        startsAt: null,
        endsAt: null,
      },
    }),
    stranger: "own",
  },
  "app/(merchant)/limit-requests/actions.ts#submitSeen": {
    audience: ["merchant_owner"],
    input: ({ limitId }) => ({
      limitId,
      asked: { max_amount: { amountMinor: 6_000_000, currency: "CNY" } },
      justification: "Wholesale customers pay by one card.",
      startsAt: null,
      endsAt: null,
      seen: {
        at: 0,
        version: 1,
        values: { maxAmountMinor: 5_000_000, maxCount: null, minAmountMinor: null },
        approvals: 2,
      },
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
  "app/(acquirer)/inbox/actions.ts#markRead": {
    audience: ACQUIRER_ROLES,
    input: () => ({ notificationId: null }),
    stranger: "own",
  },
  "app/(merchant)/notifications/preferences/actions.ts#setPreference": {
    audience: MERCHANT_ROLES,
    input: () => ({ kinds: ["question_asked"], percents: ["100"] }),
    stranger: "own",
  },
  "app/(merchant)/team/actions.ts#invite": {
    audience: ["merchant_owner"],
    input: () => ({ email: "new@sunrise.demo", role: "merchant_staff" }),
    stranger: "own",
  },
  "app/(merchant)/team/actions.ts#setRole": {
    audience: ["merchant_owner"],
    input: ({ staffUserId }) => ({ userId: staffUserId, role: "merchant_owner" }),
  },
  "app/(merchant)/team/actions.ts#setActive": {
    audience: ["merchant_owner"],
    input: ({ staffUserId }) => ({ userId: staffUserId, active: false }),
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
  "app/(acquirer)/merchants/[merchantId]/terminals/[tid]/actions.ts#setStatus": {
    audience: ["acquirer_approver", "acquirer_admin"],
    input: ({ merchantId, terminalId }) => ({
      ...{ merchantId, terminalId, status: "lost", reason: "Stolen last night", seenVersion: 0 },
    }),
  },
  "app/(acquirer)/merchants/actions.ts#fillIn": {
    audience: ["acquirer_approver", "acquirer_admin"],
    input: ({ merchantId }) => ({ merchantId }),
  },
  "app/(acquirer)/people/actions.ts#invite": {
    audience: ["acquirer_admin"],
    input: () => ({ email: "new@acquirer.demo", name: "Zhou Min", roles: ["auditor"] }),
  },
  "app/(acquirer)/people/actions.ts#confirmInvitation": {
    audience: ["acquirer_approver", "acquirer_admin"],
    input: () => ({ changeId: "chg_01J9ZC5V8Q4W0M3K7T2XHB6RDN" }),
  },
  "app/(acquirer)/people/actions.ts#declineLink": {
    audience: ["acquirer_approver", "acquirer_admin"],
    input: () => ({ userId: "usr_01J9ZC5V8Q4W0M3K7T2XHB6RDN" }),
  },
  "app/(acquirer)/people/actions.ts#deactivate": {
    audience: ["acquirer_admin"],
    input: () => ({ userId: "usr_01J9ZC5V8Q4W0M3K7T2XHB6RDN" }),
  },
  "app/(acquirer)/people/actions.ts#reactivate": {
    audience: ["acquirer_admin"],
    input: () => ({ userId: "usr_01J9ZC5V8Q4W0M3K7T2XHB6RDN" }),
  },
  "app/(acquirer)/settings/actions.ts#preview": {
    audience: ["acquirer_admin"],
    input: () => cutOverWish,
  },
  "app/(acquirer)/settings/actions.ts#change": {
    audience: ["acquirer_admin"],
    input: () => cutOverWish,
  },
  "app/(acquirer)/settings/actions.ts#confirmChange": {
    audience: ["acquirer_approver", "acquirer_admin"],
    input: () => ({ changeId: "chg_01J9ZC5V8Q4W0M3K7T2XHB6RDN" }),
  },
  "app/(acquirer)/settings/actions.ts#declineChange": {
    audience: ["acquirer_approver", "acquirer_admin"],
    input: () => ({ changeId: "chg_01J9ZC5V8Q4W0M3K7T2XHB6RDN" }),
  },
  "app/(acquirer)/settings/actions.ts#withdrawChange": {
    audience: ["acquirer_admin"],
    input: () => ({ changeId: "chg_01J9ZC5V8Q4W0M3K7T2XHB6RDN" }),
  },
  "app/(merchant)/developers/keys/actions.ts#createKey": {
    audience: ["merchant_owner"],
    input: () => ({ name: "Till", mode: "live", scopes: ["checks:run"], ratePerSecond: 50 }),
    stranger: "own",
  },
  "app/(merchant)/developers/keys/actions.ts#revokeKey": {
    audience: ["merchant_owner"],
    input: () => ({ keyId: "key_01J9ZC5V8Q4W0M3K7T2XHB6RDN" }),
  },
  "app/(merchant)/developers/test/actions.ts#clear": {
    audience: ["merchant_owner"],
    input: () => ({}),
    stranger: "own",
  },
  "app/(acquirer)/keys/actions.ts#createKey": {
    audience: ["acquirer_admin"],
    input: () => ({ name: "Core system", mode: "live", scopes: ["checks:run"], ratePerSecond: 50 }),
  },
  "app/(acquirer)/keys/actions.ts#revokeKey": {
    audience: ["acquirer_admin"],
    input: () => ({ keyId: "key_01J9ZC5V8Q4W0M3K7T2XHB6RDN" }),
  },
  "app/(acquirer)/maintenance/actions.ts#announce": {
    audience: ["acquirer_approver", "acquirer_admin"],
    input: () => ({
      ...{ kind: "degraded", startsAt: null, endsAt: Date.now() + 60_000 },
      ...{ titleEn: "Router exchanged", titleZh: "更换路由器" },
    }),
  },
  "app/(acquirer)/maintenance/actions.ts#end": {
    audience: ["acquirer_approver", "acquirer_admin"],
    input: () => ({ maintenanceWindowId: "mnt_01J9ZC5V8Q4W0M3K7T2XHB6RDN" }),
  },
  "app/(acquirer)/maintenance/actions.ts#cancel": {
    audience: ["acquirer_approver", "acquirer_admin"],
    input: () => ({ maintenanceWindowId: "mnt_01J9ZC5V8Q4W0M3K7T2XHB6RDN" }),
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
