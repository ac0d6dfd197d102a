import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant } from "@/lib/data/test-merchants";
import type { Membership, Role } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import { askForSignUpLink } from "@/lib/use-cases/users/ask-for-sign-up-link";
import { confirmSignUpLink } from "@/lib/use-cases/users/confirm-sign-up-link";
import { declineSignUpLink } from "@/lib/use-cases/users/decline-sign-up-link";
import { getSignUpLink } from "@/lib/use-cases/users/get-sign-up-link";
import { issueSignUpLink } from "@/lib/use-cases/users/issue-sign-up-link";
import { listLinkRequests } from "@/lib/use-cases/users/list-link-requests";

const SUNRISE = "898210154110002";
const NOON = new Date("2026-11-24T04:00:00Z");
const afterHours = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

let db: TestDatabase;
const people = new Map<string, Membership[]>();

async function add(userId: string, ...roles: [string, Role][]): Promise<void> {
  await db.owner.query("insert into users (user_id, email, name) values ($1, $2, $1)", [
    userId,
    `${userId}@acquirer.test`,
  ]);
  for (const [merchantId, role] of roles) {
    await db.owner.query("insert into memberships values ($1, $2, $3)", [merchantId, userId, role]);
  }
  people.set(
    userId,
    roles.map(([merchantId, role]) => ({ merchantId, role })),
  );
}

const as = (userId: string, at = NOON): Ctx => ({
  actor: {
    ...{ kind: "user", userId, name: userId, sessionId: "ses_1" },
    ...{ memberships: people.get(userId) ?? [], passwordConfirmedAt: at.getTime() },
  },
  now: () => at,
  requestId: "req_test",
});

const trail = async (subject: string) => {
  const { rows } = await db.owner.query<{ said: string }>(
    `select actor_id || ' ' || action as said from audit_events
     where merchant_id = 'acquirer' and subject_id = $1 order by sequence`,
    [subject],
  );
  return rows.map(({ said }) => said);
};

beforeAll(async () => {
  db = await createTestDatabase();
  await insertTestMerchant(db.owner, { merchantId: SUNRISE, terminalId: "00018644" });
  await add("admin", [ACQUIRER, "acquirer_admin"]);
  await add("admin2", [ACQUIRER, "acquirer_admin"]);
  await add("approver", [ACQUIRER, "acquirer_approver"]);
  await add("reviewer", [ACQUIRER, "acquirer_reviewer"]);
  await add("owner", [SUNRISE, "merchant_owner"]);
  await add("both", [ACQUIRER, "acquirer_approver"], [SUNRISE, "merchant_owner"]);
  await add("clerk", [ACQUIRER, "acquirer_admin"], [SUNRISE, "merchant_staff"]);
});
afterAll(() => db.drop());
beforeEach(() => db.owner.query("delete from sign_up_link_requests"));

const links = async () =>
  (await db.owner.query("select from sign_up_links where used_at is null")).rowCount;

describe("a sign-up link for one of the acquirer's people", () => {
  it("is not made by one person alone", async () => {
    await expect(issueSignUpLink(as("admin"), ACQUIRER, "approver")).rejects.toThrow(
      "not permitted",
    );
    await askForSignUpLink(as("admin"), "approver");
    await expect(confirmSignUpLink(as("admin"), "approver")).rejects.toThrow("not permitted");
    await expect(confirmSignUpLink(as("approver"), "approver")).rejects.toThrow("not permitted");
    await expect(askForSignUpLink(as("admin2"), "approver")).rejects.toThrow("already asked");
    await expect(askForSignUpLink(as("approver"), "approver")).rejects.toThrow("not permitted");
    expect(await links()).toBe(0);
  });

  it("is made when another admin or approver confirms, once, and both are in the audit trail", async () => {
    await askForSignUpLink(as("admin"), "reviewer");
    expect(await listLinkRequests(as("approver"))).toMatchObject([
      { userId: "reviewer", askedByName: "admin" },
    ]);
    const tries = await Promise.allSettled(
      ["approver", "admin2", "both"].map((who) => confirmSignUpLink(as(who), "reviewer")),
    );
    const made = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(made).toHaveLength(1);
    expect(await getSignUpLink(made[0]!.token, afterHours(1))).toMatchObject({ name: "reviewer" });
    const [asked, issued] = await trail("reviewer");
    expect(asked).toBe("admin user.ask_for_sign_up_link");
    expect(issued).toMatch(/^(approver|admin2|both) user\.issue_sign_up_link$/);
    expect(await listLinkRequests(as("admin"))).toEqual([]);
  });

  it("may be confirmed for 24 hours, then asked for anew", async () => {
    await askForSignUpLink(as("admin"), "reviewer");
    const late = afterHours(24);
    await expect(confirmSignUpLink(as("admin2", late), "reviewer")).rejects.toThrow("no such");
    expect(await listLinkRequests(as("admin2", late))).toEqual([]);
    await askForSignUpLink(as("admin2", late), "reviewer");
    await expect(confirmSignUpLink(as("admin", late), "reviewer")).resolves.toBeDefined();
  });

  it("is neither asked for nor confirmed by others, nor to be had through a merchant", async () => {
    for (const who of ["approver", "reviewer", "both"]) {
      await expect(askForSignUpLink(as(who), "clerk")).rejects.toThrow("not permitted");
    }
    await expect(askForSignUpLink(as("owner"), "clerk")).rejects.toThrow("no such record");
    await expect(askForSignUpLink(as("admin"), "owner")).rejects.toThrow("no such record");
    for (const who of ["both", "owner", "admin"]) {
      await expect(issueSignUpLink(as(who), SUNRISE, "clerk")).rejects.toThrow("not permitted");
    }
    await askForSignUpLink(as("admin"), "clerk");
    await expect(confirmSignUpLink(as("reviewer"), "clerk")).rejects.toThrow("not permitted");
    await expect(confirmSignUpLink(as("owner"), "clerk")).rejects.toThrow("no such record");
  });

  it("can be turned down by an admin or approver, not by whom it is for, and then asked for anew", async () => {
    await askForSignUpLink(as("admin"), "approver");
    for (const who of ["approver", "reviewer"]) {
      await expect(declineSignUpLink(as(who), "approver")).rejects.toThrow("not permitted");
    }
    await expect(declineSignUpLink(as("owner"), "approver")).rejects.toThrow("no such");
    const before = await links();
    await declineSignUpLink(as("admin2"), "approver");
    expect(await listLinkRequests(as("admin2"))).toEqual([]);
    await expect(confirmSignUpLink(as("admin2"), "approver")).rejects.toThrow("no such");
    await expect(declineSignUpLink(as("admin2"), "approver")).rejects.toThrow("no such");
    expect(await links()).toBe(before);
    expect((await trail("approver")).at(-1)).toBe("admin2 user.decline_sign_up_link");
    await askForSignUpLink(as("admin"), "approver");
    await declineSignUpLink(as("admin"), "approver");
  });

  it("is either made or turned down when both happen at once", async () => {
    await askForSignUpLink(as("admin"), "reviewer");
    const tries = await Promise.allSettled([
      confirmSignUpLink(as("approver"), "reviewer"),
      declineSignUpLink(as("admin2"), "reviewer"),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("leaves a merchant's people to its owner alone", async () => {
    await add("cashier", [SUNRISE, "merchant_staff"]);
    await expect(issueSignUpLink(as("owner"), SUNRISE, "cashier")).resolves.toBeDefined();
  });
});
