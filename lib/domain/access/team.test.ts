import { expect, it } from "vitest";
import type { Actor, Role } from "@/lib/domain/access/actor";
import type { Person } from "@/lib/domain/access/person";
import { hasAnotherOwner, mayChangeTeam } from "@/lib/domain/access/team";
import { ACQUIRER } from "@/lib/domain/ids";

const member = (userId: string, role: Role, state: Person["state"] = "active") => ({
  ...{ userId, state, roles: [role] },
});
const actor = (userId: string, role: Role, merchantId = "898210154110002"): Actor => ({
  ...{ kind: "user", userId, name: userId, sessionId: "ses_1", passwordConfirmedAt: 0 },
  memberships: [{ merchantId, role }],
});

const OWNER = member("one", "merchant_owner");

it("counts an owner only who can sign in", () => {
  expect(hasAnotherOwner([OWNER], "one")).toBe(false);
  expect(hasAnotherOwner([OWNER, member("two", "merchant_staff")], "one")).toBe(false);
  expect(hasAnotherOwner([OWNER, member("two", "merchant_owner", "invited")], "one")).toBe(false);
  expect(hasAnotherOwner([OWNER, member("two", "merchant_owner", "deactivated")], "one")).toBe(
    false,
  );
  expect(hasAnotherOwner([OWNER, member("two", "merchant_owner")], "one")).toBe(true);
});

it("lets a team be changed by who is an owner now, and by the acquirer's admin", () => {
  expect(mayChangeTeam(actor("one", "merchant_owner"), [OWNER])).toBe(true);
  expect(mayChangeTeam(actor("one", "merchant_owner"), [member("one", "merchant_staff")])).toBe(
    false,
  );
  expect(mayChangeTeam(actor("one", "merchant_owner"), [])).toBe(false);
  expect(mayChangeTeam(actor("admin", "acquirer_admin", ACQUIRER), [OWNER])).toBe(true);
  expect(mayChangeTeam(actor("reviewer", "acquirer_reviewer", ACQUIRER), [OWNER])).toBe(false);
  expect(mayChangeTeam({ kind: "operator" }, [OWNER])).toBe(false);
});
