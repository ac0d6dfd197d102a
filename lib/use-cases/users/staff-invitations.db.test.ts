import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant, insertTestOfficer, insertTestUser } from "@/lib/data/test-merchants";
import type { Actor, Role } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import { changeSetting } from "@/lib/use-cases/settings/change-setting";
import { confirmSettingsChange } from "@/lib/use-cases/settings/confirm-settings-change";
import { declineSettingsChange } from "@/lib/use-cases/settings/decline-settings-change";
import { listSettingsChanges } from "@/lib/use-cases/settings/list-settings-changes";
import { withdrawSettingsChange } from "@/lib/use-cases/settings/withdraw-settings-change";
import { confirmInvitation } from "@/lib/use-cases/users/confirm-invitation";
import { createUser } from "@/lib/use-cases/users/create-user";
import { getSignUpLink } from "@/lib/use-cases/users/get-sign-up-link";
import { inviteColleague } from "@/lib/use-cases/users/invite-colleague";
import { issueSignUpLink } from "@/lib/use-cases/users/issue-sign-up-link";
import { listPeople } from "@/lib/use-cases/users/list-people";
import { redeemSignUpLink } from "@/lib/use-cases/users/redeem-sign-up-link";

const SUNRISE = "898210154110002";
const NOON = new Date("2026-11-24T04:00:00Z");
const DAY_MS = 86_400_000;
const EMAIL = "zhou@bank.example";

type Someone = Extract<Actor, { kind: "user" }>;

let db: TestDatabase;
let admin: Someone;
let admin2: Someone;
let approver: Someone;
let owner: Someone;

const as = (actor: Actor, at = NOON): Ctx => ({ actor, now: () => at, requestId: "req_test" });
const invite = (by: Someone, email = EMAIL, roles: Role[] = ["acquirer_reviewer"]) =>
  changeSetting(as(by), {
    ...{ kind: "invitation", key: email, before: { name: null, roles: [] } },
    after: { name: "Zhou Min", roles },
  });
const waiting = async (by: Someone = admin) =>
  (await listSettingsChanges(as(by), ["invitation"])).waiting;
const waitingId = async () => (await waiting())[0]!.change.changeId;
const userOf = async (email: string) =>
  (
    await db.owner.query<{ user_id: string; password_hash: string | null }>(
      "select user_id, password_hash from users where email = $1",
      [email],
    )
  ).rows[0];
const openLinks = async () =>
  (await db.owner.query("select from sign_up_links where used_at is null")).rowCount;
const slug = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string }) => error.code ?? "unforeseen",
  );

beforeAll(async () => {
  db = await createTestDatabase();
  await insertTestMerchant(db.owner, { merchantId: SUNRISE, terminalId: "00018644" });
  admin = await insertTestOfficer(db.owner, "Admin", "acquirer_admin");
  admin2 = await insertTestOfficer(db.owner, "Admin2", "acquirer_admin");
  approver = await insertTestOfficer(db.owner, "Approver", "acquirer_approver");
  owner = await insertTestUser(db.owner, "Owner", SUNRISE, "merchant_owner");
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.owner.query("delete from settings_changes");
  await db.owner.query("delete from sign_up_links");
  await db.owner.query(
    "delete from memberships where user_id in (select user_id from users where email like '%@bank.example')",
  );
  await db.owner.query(
    "delete from sessions where user_id in (select user_id from users where email like '%@bank.example')",
  );
  await db.owner.query("delete from users where email like '%@bank.example'");
});

describe("an invitation of one of the acquirer's people", () => {
  it("makes nobody until a second person confirms, who is shown the link", async () => {
    expect(await invite(admin)).toBe("proposed");
    expect(await userOf(EMAIL)).toBeUndefined();
    const changeId = await waitingId();
    const { token } = await confirmInvitation(as(approver), changeId);
    expect(await getSignUpLink(token, NOON)).toEqual({ email: EMAIL, name: "Zhou Min" });
    expect(await getSignUpLink(token, new Date(NOON.getTime() + DAY_MS))).toBeNull();
    const staff = await listPeople(as(admin), ACQUIRER);
    expect(staff.find(({ email }) => email === EMAIL)).toMatchObject({
      ...{ name: "Zhou Min", roles: ["acquirer_reviewer"], state: "invited" },
    });
    const { rows } = await db.owner.query<{ said: string }>(
      `select actor_name || ' ' || action as said from audit_events
       where merchant_id = 'acquirer' order by sequence desc limit 3`,
    );
    expect(rows.map(({ said }) => said).toReversed()).toEqual([
      "Admin settings_change.propose",
      "Approver settings_change.confirm",
      "Approver user.invite",
    ]);
    expect(await slug(confirmInvitation(as(admin2), changeId))).toBe("conflict");
  });

  it("is never confirmed by its maker, nor made by others than admins", async () => {
    for (const who of [approver, owner]) expect(await slug(invite(who))).not.toBe("done");
    await invite(admin);
    const changeId = await waitingId();
    expect(await slug(confirmInvitation(as(admin), changeId))).toBe("forbidden");
    expect(await slug(confirmInvitation(as(owner), changeId))).toBe("not-found");
    // The way that shows no link is closed to it.
    expect(await slug(confirmSettingsChange(as(approver), changeId))).toBe("not-found");
    expect(await openLinks()).toBe(0);
  });

  it("waits seven days, once per e-mail, and can be taken back or turned down", async () => {
    await invite(admin);
    expect(await slug(invite(admin2))).toBe("change-waits");
    const changeId = await waitingId();
    const late = new Date(NOON.getTime() + 7 * DAY_MS);
    expect(await slug(confirmInvitation(as(approver, late), changeId))).toBe("conflict");
    await withdrawSettingsChange(as(admin), changeId);
    expect(await slug(confirmInvitation(as(approver), changeId))).toBe("conflict");
    await invite(admin);
    await declineSettingsChange(as(approver), await waitingId());
    expect(await waiting()).toEqual([]);
    expect(await userOf(EMAIL)).toBeUndefined();
  });

  it("is made once by two who confirm at the same time", async () => {
    await invite(admin);
    const changeId = await waitingId();
    const tries = [approver, admin2].map((who) => slug(confirmInvitation(as(who), changeId)));
    expect((await Promise.all(tries)).toSorted()).toEqual(["conflict", "done"]);
    expect(await openLinks()).toBe(1);
  });
});

describe("an e-mail that is somebody's", () => {
  const taken = { fields: [{ pointer: "/email", code: "taken" }] };

  it("is not invited: of a merchant, of the acquirer, nor of whoever was deactivated", async () => {
    const colleague = { email: EMAIL, role: "merchant_staff" } as const;
    await inviteColleague(as(owner), SUNRISE, colleague);
    await expect(invite(admin)).rejects.toMatchObject(taken);
    const { rows } = await db.owner.query<{ email: string }>(
      "select email from users where user_id = $1",
      [approver.userId],
    );
    await expect(invite(admin, rows[0]!.email)).rejects.toMatchObject(taken);
    await db.owner.query(
      "insert into users (user_id, email, name, deactivated_at) values ('gone', 'gone@bank.example', 'Gone', now())",
    );
    await expect(invite(admin, "gone@bank.example")).rejects.toMatchObject(taken);
  });

  it("is not let in when a merchant was quicker, whose link and password stay out", async () => {
    await invite(admin);
    const changeId = await waitingId();
    const colleague = { email: EMAIL, role: "merchant_staff" } as const;
    const { token } = await inviteColleague(as(owner), SUNRISE, colleague);
    const password = "a long one nobody guesses";
    await redeemSignUpLink({ token, name: "Me", password }, { at: NOON, requestId: "req_test" });
    expect(await slug(confirmInvitation(as(approver), changeId))).toBe("settings-moved");
    expect(await waiting(approver)).toMatchObject([{ stands: false }]);
    expect((await listPeople(as(admin), ACQUIRER)).some(({ email }) => email === EMAIL)).toBe(
      false,
    );
    await declineSettingsChange(as(approver), changeId);
  });

  it("goes to one of the two when a merchant invites it while it is confirmed", async () => {
    for (let round = 0; round < 5; round++) {
      const email = `race${round}@bank.example`;
      await invite(admin, email);
      const changeId = await waitingId();
      const answers = await Promise.all([
        slug(confirmInvitation(as(approver), changeId)),
        slug(inviteColleague(as(owner), SUNRISE, { email, role: "merchant_staff" })),
      ]);
      expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
      const { rows } = await db.owner.query(
        "select distinct merchant_id from memberships join users using (user_id) where email = $1",
        [email],
      );
      expect(rows).toHaveLength(1);
      await db.owner.query("delete from settings_changes");
    }
  });

  it("loses a password somebody had set for it before", async () => {
    await db.owner.query(
      "insert into users (user_id, email, name, password_hash) values ('early', $1, 'Early', 'known')",
      [EMAIL],
    );
    await invite(admin);
    await confirmInvitation(as(approver), await waitingId());
    expect(await userOf(EMAIL)).toEqual({ user_id: "early", password_hash: null });
  });
});

it("no link of a merchant's owner outlives the acquirer's role of the same person", async () => {
  const operator: Ctx = { actor: { kind: "operator" }, now: () => NOON, requestId: "req_test" };
  for (let round = 0; round < 5; round++) {
    const email = `both${round}@bank.example`;
    await inviteColleague(as(owner), SUNRISE, { email, role: "merchant_staff" });
    const { user_id: userId } = (await userOf(email))!;
    const role = "acquirer_reviewer" as const;
    const [issued, made] = await Promise.allSettled([
      issueSignUpLink(as(owner), SUNRISE, userId),
      createUser(operator, { email, role, merchantId: null }),
    ]);
    expect(made.status).toBe("fulfilled");
    if (issued.status === "fulfilled") {
      expect(await getSignUpLink(issued.value.token, NOON)).toBeNull();
    }
  }
});
