import type { Role } from "@/lib/domain/access/actor";
import { PERMISSIONS, type Permission } from "@/lib/domain/access/permissions";

/** Whose part of the portal is looked at. */
export type Side = "merchant" | "acquirer";

/** Groups of the menu beside the bar, in the order they stand there. */
export const PLACE_GROUPS = ["limits", "rules", "people", "developers", "records"] as const;
export type PlaceGroup = (typeof PLACE_GROUPS)[number];

type Spec = {
  path: string;
  /** `own` = anybody signed in, on either side. */
  side: Side | "own";
  /** In the bar, in a group of the menu beside it, found by searching alone, or a thing to do there. */
  stands: "bar" | PlaceGroup | "found" | "act";
  /** Null where being signed in is enough. */
  permission: Permission | null;
  /** The letter that leads here after g. */
  key?: string;
};

const merchant = (path: string, stands: Spec["stands"], permission: Permission, key?: string) =>
  ({ path, side: "merchant", stands, permission, key }) satisfies Spec;
const acquirer = (path: string, stands: Spec["stands"], permission: Permission, key?: string) =>
  ({ path, side: "acquirer", stands, permission, key }) satisfies Spec;
const own = (path: string, stands: Spec["stands"], key?: string) =>
  ({ path, side: "own", stands, permission: null, key }) satisfies Spec;

/** Every place of the portal, as ordered on screen; bar, menu, palette and keys are drawn from it. */
export const PLACES = {
  home: merchant("/home", "bar", "merchants.read", "h"),
  terminals: merchant("/terminals", "bar", "terminals.read", "t"),
  check: merchant("/check", "bar", "checks.run", "c"),
  limitRequests: merchant("/limit-requests", "bar", "limit_requests.read", "r"),
  compliance: merchant("/compliance", "bar", "compliance.read", "o"),
  limits: merchant("/limits", "limits", "limits.read", "l"),
  checkMany: merchant("/check/many", "limits", "checks.run", "s"),
  team: merchant("/team", "people", "users.read", "e"),
  notifications: merchant("/notifications", "records", "notifications.read", "n"),
  notificationPreferences: merchant("/notifications/preferences", "found", "notifications.read"),
  merchantKeys: merchant("/developers/keys", "developers", "keys.manage", "k"),
  requestLog: merchant("/developers/requests", "developers", "api_requests.read", "g"),
  testMode: merchant("/developers/test", "developers", "test_data.read", "x"),
  desk: acquirer("/desk", "bar", "merchants.search", "h"),
  queue: acquirer("/queue", "bar", "limit_requests.read", "q"),
  merchants: acquirer("/merchants", "bar", "merchants.search", "m"),
  registry: acquirer("/registry", "bar", "merchants.search", "t"),
  maintenance: acquirer("/maintenance", "bar", "maintenance.read", "w"),
  imports: acquirer("/imports", "rules", "merchants.search", "i"),
  bulkEdits: acquirer("/bulk-edits", "found", "imports.apply"),
  limitTemplates: acquirer("/limit-templates", "rules", "settings.read", "l"),
  settings: acquirer("/settings", "rules", "settings.read", "s"),
  responseCodes: acquirer("/settings/response-codes", "rules", "settings.read", "c"),
  people: acquirer("/people", "people", "users.read", "p"),
  acquirerKeys: acquirer("/keys", "developers", "keys.read", "k"),
  developers: own("/developers", "developers", "d"),
  inbox: acquirer("/inbox", "records", "notifications.read", "n"),
  audit: acquirer("/audit", "records", "audit_events.read", "a"),
  system: acquirer("/system", "records", "system.read", "y"),
  account: own("/account", "found", "u"),
  askForMore: merchant("/limit-requests/new", "act", "limit_requests.submit"),
  askForSeveral: merchant("/limit-requests/new/several", "act", "limit_requests.submit"),
  tryCharge: merchant("/check", "act", "checks.run"),
  announceMaintenance: acquirer("/maintenance", "act", "maintenance.manage"),
} satisfies Record<string, Spec>;

export type Place = keyof typeof PLACES;

export const placeOf = (place: Place): Spec => PLACES[place];

/** Where these roles may go on a side, the first being where they start; nowhere without a role. */
export function placesFor(side: Side, roles: readonly Role[]): Place[] {
  if (roles.length === 0) return [];
  return (Object.keys(PLACES) as Place[]).filter((place) => {
    const { side: whose, permission } = placeOf(place);
    if (whose !== side) return whose === "own";
    const granted: readonly Role[] = permission === null ? [] : PERMISSIONS[permission].roles;
    return roles.some((role) => granted.includes(role));
  });
}

/** The one of these places that an address belongs to: the deepest of those that hold it. */
export function placeAt(path: string, places: readonly Place[]): Place | null {
  const holding = places.filter((place) => {
    const { path: at, stands } = placeOf(place);
    return stands !== "act" && (path === at || path.startsWith(`${at}/`));
  });
  const depth = (place: Place) => placeOf(place).path.length;
  return holding.reduce<Place | null>(
    (deepest, place) => (deepest && depth(deepest) >= depth(place) ? deepest : place),
    null,
  );
}
