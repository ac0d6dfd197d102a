import { describe, expect, it } from "vitest";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Actor, Membership } from "@/lib/domain/access/actor";
import { FRESH_PASSWORD_MS, needsFreshPassword } from "@/lib/domain/access/fresh-password";

const person = (...memberships: Membership[]): Actor => ({
  kind: "user",
  userId: "usr_1",
  name: "Wang Chen",
  sessionId: "ses_1",
  memberships,
  passwordConfirmedAt: 0,
});
const owner = person({ merchantId: "898210154110002", role: "merchant_owner" });
const admin = person({ merchantId: ACQUIRER, role: "acquirer_admin" });

describe("a fresh password", () => {
  it("is wanted of a merchant's person from the fifteenth minute on", () => {
    expect(needsFreshPassword(owner, "limit_requests.submit", FRESH_PASSWORD_MS - 1)).toBe(false);
    expect(needsFreshPassword(owner, "limit_requests.submit", FRESH_PASSWORD_MS)).toBe(true);
  });

  it("is wanted for requests, team and keys, not for looking and checking", () => {
    const wanted = (permission: Parameters<typeof needsFreshPassword>[1]) =>
      needsFreshPassword(owner, permission, FRESH_PASSWORD_MS);
    expect(wanted("users.manage")).toBe(true);
    expect(wanted("keys.manage")).toBe(true);
    expect(wanted("checks.run")).toBe(false);
    expect(wanted("limits.read")).toBe(false);
  });

  it("is wanted of nobody else", () => {
    expect(needsFreshPassword(admin, "users.manage", FRESH_PASSWORD_MS)).toBe(false);
    expect(needsFreshPassword({ kind: "operator" }, "users.manage", FRESH_PASSWORD_MS)).toBe(false);
  });
});
