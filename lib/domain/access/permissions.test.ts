import { describe, expect, it } from "vitest";
import { type Actor, type Role, ROLES } from "@/lib/domain/access/actor";
import { can, type Permission, PERMISSIONS, reaches } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";

const OWN = "898210154110002";
const OTHER = "898210154110003";

const person = (role: Role): Actor => ({
  kind: "user",
  userId: "usr_1",
  name: "Wang Chen",
  sessionId: "ses_1",
  memberships: [{ merchantId: role.startsWith("merchant_") ? OWN : ACQUIRER, role }],
  passwordConfirmedAt: 0,
});

const key = (merchantId: string, scopes: Extract<Actor, { kind: "key" }>["scopes"]): Actor => ({
  kind: "key",
  keyId: "key_1",
  name: "till",
  merchantId,
  scopes,
  createdByUserId: null,
});

/** One letter a role, in the order of ROLES: Owner, Staff, Reviewer, approVer, Admin, aUditor. */
const LETTERS: Record<Role, string> = {
  merchant_owner: "O",
  merchant_staff: "S",
  acquirer_reviewer: "R",
  acquirer_approver: "V",
  acquirer_admin: "A",
  auditor: "U",
};

const MATRIX: Record<Permission, string> = {
  "checks.run": "OSRVA-",
  "checks.read": "OSRVAU",
  "reservations.write": "------",
  "reservations.read": "OSRVAU",
  "reservations.release": "O-----",
  "transactions.record": "------",
  "transactions.read": "OSRVAU",
  "heartbeats.record": "------",
  "terminals.read": "OSRVAU",
  "terminals.set_status": "---VA-",
  "limits.read": "OSRVAU",
  "compliance.read": "OSRVAU",
  "limit_requests.read": "OSRVAU",
  "limit_requests.submit": "O-RVA-",
  "limit_requests.withdraw": "O-RVA-",
  "limit_requests.answer": "O-----",
  "limit_requests.claim": "--RV--",
  "limit_requests.decide": "--RV--",
  "limit_requests.settle": "------",
  "imports.apply": "---VA-",
  "merchants.read": "OSRVAU",
  "merchants.search": "--RVAU",
  "merchants.set_status": "---VA-",
  "merchants.set_switch": "---VA-",
  "limits.fill_in": "---VA-",
  "maintenance.read": "--RVAU",
  "maintenance.manage": "---VA-",
  "settings.read": "--RVAU",
  "settings.change": "----A-",
  "settings.confirm": "---VA-",
  "notifications.read": "OSRVAU",
  "audit_events.read": "---VAU",
  "users.read": "O--VA-",
  "users.manage": "O---A-",
  "sign_up_links.confirm": "---VA-",
  "keys.read": "O--VAU",
  "keys.manage": "O---A-",
  "system.read": "----AU",
  "api_requests.read": "OS----",
  "test_data.read": "OS----",
  "test_data.clear": "O-----",
  "registry.import": "------",
  "upkeep.run": "------",
};

const all = Object.keys(PERMISSIONS) as Permission[];

describe("the permission matrix", () => {
  it.each(all)("grants %s to these roles and no other", (permission) => {
    const granted = ROLES.map((role) => (can(person(role), permission, OWN) ? LETTERS[role] : "-"));
    expect(granted.join("")).toBe(MATRIX[permission]);
  });

  it("gives a merchant's people nothing at another merchant, nor at the acquirer", () => {
    for (const role of ["merchant_owner", "merchant_staff"] as const) {
      for (const elsewhere of [OTHER, ACQUIRER]) {
        expect(all.filter((permission) => can(person(role), permission, elsewhere))).toEqual([]);
        expect(reaches(person(role), elsewhere)).toBe(false);
      }
    }
  });

  it("gives somebody without a role nothing", () => {
    const nobody: Actor = { ...(person("auditor") as Actor & { kind: "user" }), memberships: [] };
    expect(all.filter((permission) => can(nobody, permission, OWN))).toEqual([]);
    expect(reaches(nobody, OWN)).toBe(false);
  });

  it("never lets a key decide, answer, search, manage or change a merchant", () => {
    const every = all.flatMap((permission) => {
      const grant = PERMISSIONS[permission];
      return "scope" in grant ? [grant.scope] : [];
    });
    const strong = key(ACQUIRER, every);
    const granted = all.filter((permission) => can(strong, permission, OWN));
    expect(granted.filter((permission) => !("scope" in PERMISSIONS[permission]))).toEqual([]);
    expect(can(strong, "limit_requests.decide", OWN)).toBe(false);
  });

  it("holds a key to its scopes and its merchant", () => {
    const till = key(OWN, ["checks:run"]);
    expect(can(till, "checks.run", OWN)).toBe(true);
    expect(can(till, "checks.run", OTHER)).toBe(false);
    expect(can(till, "limits.read", OWN)).toBe(false);
  });

  it("lets neither the command line nor a job decide, answer or charge", () => {
    for (const actor of [{ kind: "operator" }, { kind: "system" }] as const) {
      for (const permission of all.filter((name) =>
        /decide|claim|answer|submit|record/.test(name),
      )) {
        expect(can(actor, permission, OWN), permission).toBe(false);
      }
    }
  });
});
