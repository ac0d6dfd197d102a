import { describe, expect, it } from "vitest";
import type { Actor, Role } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import {
  isSameValue,
  mayDecideChange,
  mayWithdrawChange,
  needsSecondPerson,
  PROPOSAL_MS,
  proposalState,
} from "@/lib/domain/settings/settings-change";

const threshold = (before: number | null, after: number | null) =>
  needsSecondPerson({
    ...{ kind: "four_eyes_threshold", key: "daily|CNY" },
    ...{ before: { maxAmountMinor: before }, after: { maxAmountMinor: after } },
  });
const template = (before: number | null, after: number | null, mcc = "") =>
  needsSecondPerson({
    ...{ kind: "limit_template", key: `micro|${mcc}|card|daily|CNY` },
    ...{ before: { maxAmountMinor: before }, after: { maxAmountMinor: after } },
  });
const roles = (before: Role[], after: Role[]) =>
  needsSecondPerson({
    ...{ kind: "roles", key: "usr_1", before: { roles: before }, after: { roles: after } },
  });

describe("needsSecondPerson", () => {
  it("wants one when a threshold is raised, made or removed, not when it is lowered", () => {
    expect(threshold(100, 101)).toBe(true);
    expect(threshold(null, 1)).toBe(true);
    expect(threshold(100, null)).toBe(true);
    expect(threshold(100, 99)).toBe(false);
  });

  it("wants one when a template would allow more, not when it is added or lowered", () => {
    expect(template(100, 101)).toBe(true);
    expect(template(100, null)).toBe(true);
    expect(template(100, 99)).toBe(false);
    expect(template(null, 100)).toBe(false);
    expect(template(null, 100, "5812")).toBe(true);
  });

  it("wants one when a role is granted, not when it is taken", () => {
    expect(roles(["auditor"], ["acquirer_admin", "auditor"])).toBe(true);
    expect(roles(["acquirer_admin", "auditor"], ["auditor"])).toBe(false);
  });

  it("wants one for days, profiles and codes, and none for what warns or tells", () => {
    const day = { timeZone: "Asia/Shanghai", cutOverTime: "00:00" };
    const later = { ...day, cutOverTime: "00:01" };
    expect(needsSecondPerson({ kind: "business_day", key: "", before: day, after: later })).toBe(
      true,
    );
    const warn = { before: { warnPercent: 80 }, after: { warnPercent: 99 } };
    expect(needsSecondPerson({ kind: "warn_percent", key: "", ...warn })).toBe(false);
  });
});

describe("isSameValue", () => {
  it("does not look at the order of names and lists", () => {
    expect(isSameValue({ a: 1, b: ["x", "y"] }, { b: ["y", "x"], a: 1 })).toBe(true);
    expect(isSameValue({ a: 1 }, { a: "1" })).toBe(false);
    expect(isSameValue({ a: null }, {})).toBe(false);
  });
});

describe("a proposal", () => {
  const person = (userId: string, role: Role): Actor => ({
    ...{ kind: "user", userId, name: userId, sessionId: "ses_1", passwordConfirmedAt: 0 },
    memberships: [{ merchantId: ACQUIRER, role }],
  });
  const change = { kind: "business_day", key: "", proposedByUserId: "maker" } as const;

  it("expires after seven days", () => {
    const proposed = { state: "proposed", proposedAt: 0 } as const;
    expect(proposalState(proposed, PROPOSAL_MS - 1)).toBe("proposed");
    expect(proposalState(proposed, PROPOSAL_MS)).toBe("expired");
    expect(proposalState({ ...proposed, state: "confirmed" }, PROPOSAL_MS)).toBe("confirmed");
  });

  it("is decided by another admin or approver, never by its maker nor by whom it is about", () => {
    expect(mayDecideChange(person("other", "acquirer_admin"), change)).toBe(true);
    expect(mayDecideChange(person("other", "acquirer_approver"), change)).toBe(true);
    expect(mayDecideChange(person("maker", "acquirer_admin"), change)).toBe(false);
    expect(mayDecideChange(person("other", "acquirer_reviewer"), change)).toBe(false);
    const ofRoles = { ...change, kind: "roles", key: "other" } as const;
    expect(mayDecideChange(person("other", "acquirer_admin"), ofRoles)).toBe(false);
    expect(mayDecideChange({ kind: "operator" }, change)).toBe(false);
  });

  it("is taken back by its maker alone", () => {
    expect(mayWithdrawChange(person("maker", "acquirer_admin"), change)).toBe(true);
    expect(mayWithdrawChange(person("maker", "acquirer_approver"), change)).toBe(false);
    expect(mayWithdrawChange(person("other", "acquirer_admin"), change)).toBe(false);
  });
});
