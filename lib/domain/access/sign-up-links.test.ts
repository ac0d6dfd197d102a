import { describe, expect, it } from "vitest";
import type { Actor, Membership, Role } from "@/lib/domain/access/actor";
import {
  isStillAsked,
  mayAskForSignUpLink,
  mayConfirmSignUpLink,
  mayIssueSignUpLink,
  SIGN_UP_LINK_MS,
} from "@/lib/domain/access/sign-up-links";
import { ACQUIRER } from "@/lib/domain/ids";

const SUNRISE = "898210154110002";
const HARBOUR = "898210154110003";

const at = (merchantId: string, role: Role): Membership => ({ merchantId, role });
const someone = (userId: string, ...memberships: Membership[]) => ({ userId, memberships });
const actor = (userId: string, ...memberships: Membership[]): Actor => ({
  ...{ kind: "user", name: userId, sessionId: "ses_1", passwordConfirmedAt: 0 },
  ...someone(userId, ...memberships),
});

const admin = at(ACQUIRER, "acquirer_admin");
const approver = at(ACQUIRER, "acquirer_approver");
const owner = at(SUNRISE, "merchant_owner");
const staff = at(SUNRISE, "merchant_staff");

describe("one person alone may give a link", () => {
  const may = (who: Actor, person: ReturnType<typeof someone>) =>
    mayIssueSignUpLink(who, SUNRISE, person);

  it("an owner to the people of that merchant, an admin to every merchant's", () => {
    expect(may(actor("a", owner), someone("b", staff))).toBe(true);
    expect(may(actor("a", owner), someone("b", staff, at(HARBOUR, "merchant_staff")))).toBe(false);
    expect(may(actor("a", admin), someone("b", staff, at(HARBOUR, "merchant_staff")))).toBe(true);
    expect(may({ kind: "operator" }, someone("b", staff))).toBe(true);
  });

  it("never to oneself", () => {
    expect(may(actor("a", owner), someone("a", owner))).toBe(false);
  });

  it("never to whoever holds an acquirer role, in whatever merchant they are met", () => {
    for (const role of [admin, approver, at(ACQUIRER, "auditor")]) {
      expect(may(actor("a", admin), someone("b", role))).toBe(false);
      expect(may(actor("a", approver, owner), someone("b", role, staff))).toBe(false);
    }
  });

  it("an acquirer's role other than admin reaches no farther than the owner's own merchant", () => {
    const elsewhere = someone("b", staff, at(HARBOUR, "merchant_owner"));
    expect(may(actor("a", approver, owner), elsewhere)).toBe(false);
  });
});

describe("a link of the acquirer's people", () => {
  it("is asked for by an admin, for another", () => {
    expect(mayAskForSignUpLink(actor("a", admin), someone("b", approver))).toBe(true);
    expect(mayAskForSignUpLink(actor("a", admin), someone("a", admin))).toBe(false);
    expect(mayAskForSignUpLink(actor("a", approver, owner), someone("b", admin, staff))).toBe(
      false,
    );
    expect(mayAskForSignUpLink(actor("a", admin), someone("b", staff))).toBe(false);
  });

  it("is confirmed by another admin or approver, never by the asker or the person", () => {
    const asked = { userId: "b", askedByUserId: "a" };
    expect(mayConfirmSignUpLink(actor("c", admin), asked)).toBe(true);
    expect(mayConfirmSignUpLink(actor("c", approver), asked)).toBe(true);
    expect(mayConfirmSignUpLink(actor("a", admin, approver), asked)).toBe(false);
    expect(mayConfirmSignUpLink(actor("b", approver), asked)).toBe(false);
    expect(mayConfirmSignUpLink(actor("c", owner), asked)).toBe(false);
    expect(mayConfirmSignUpLink(actor("c", at(ACQUIRER, "auditor")), asked)).toBe(false);
    expect(mayConfirmSignUpLink({ kind: "operator" }, asked)).toBe(false);
  });

  it("waits for 24 hours", () => {
    const asked = { userId: "b", askedByUserId: "a", askedByName: "A", askedAt: 0 };
    expect(isStillAsked(asked, SIGN_UP_LINK_MS - 1)).toBe(true);
    expect(isStillAsked(asked, SIGN_UP_LINK_MS)).toBe(false);
  });
});
