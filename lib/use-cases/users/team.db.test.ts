import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant, insertTestOfficer, insertTestUser } from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import { getSignUpLink } from "@/lib/use-cases/users/get-sign-up-link";
import { inviteColleague } from "@/lib/use-cases/users/invite-colleague";
import { listTeam } from "@/lib/use-cases/users/list-team";
import { setColleagueActive } from "@/lib/use-cases/users/set-colleague-active";
import { setColleagueRole } from "@/lib/use-cases/users/set-colleague-role";

const SUNRISE = "898210154110002";
const HARBOUR = "898210154110003";
const NOON = new Date("2026-11-24T04:00:00Z");

type Person = Extract<Actor, { kind: "user" }>;

let db: TestDatabase;
let owner: Person;
let second: Person;
let staff: Person;
let stranger: Person;
let admin: Person;

const as = (actor: Actor): Ctx => ({ actor, now: () => NOON, requestId: "req_test" });
const slug = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code?: string }) => error.code ?? "unforeseen",
  );

const demote = (by: Actor, userId: string) =>
  slug(setColleagueRole(as(by), SUNRISE, { userId, role: "merchant_staff" }));
const promote = (by: Actor, userId: string) =>
  slug(setColleagueRole(as(by), SUNRISE, { userId, role: "merchant_owner" }));
const setActive = (by: Actor, userId: string, active: boolean) =>
  slug(setColleagueActive(as(by), SUNRISE, { userId, active }));

async function activate({ userId }: Person) {
  await db.owner.query("update users set password_hash = 'x' where user_id = $1", [userId]);
}

const rolesOf = async (userId: string) => {
  const team = await listTeam(as(admin), SUNRISE);
  return team.find((one) => one.userId === userId)?.roles;
};

beforeAll(async () => {
  db = await createTestDatabase();
  await insertTestMerchant(db.owner, { merchantId: SUNRISE, terminalId: "00018644" });
  await insertTestMerchant(db.owner, { merchantId: HARBOUR, terminalId: "00018645" });
  admin = await insertTestOfficer(db.owner, "Admin", "acquirer_admin");
  stranger = await insertTestUser(db.owner, "Stranger", HARBOUR, "merchant_owner");
});
beforeEach(async () => {
  await db.owner.query("delete from memberships where merchant_id = $1", [SUNRISE]);
  owner = await insertTestUser(db.owner, "Owner", SUNRISE, "merchant_owner");
  second = await insertTestUser(db.owner, "Second", SUNRISE, "merchant_owner");
  staff = await insertTestUser(db.owner, "Staff", SUNRISE, "merchant_staff");
  for (const person of [owner, second, staff]) await activate(person);
});
afterAll(() => db.drop());

describe("an invitation", () => {
  it("makes somebody new with the role and a link of their own", async () => {
    const form = { email: "New@Sunrise.test", role: "merchant_staff" } as const;
    const { token } = await inviteColleague(as(owner), SUNRISE, form);
    expect(await getSignUpLink(token, NOON)).toMatchObject({ email: "new@sunrise.test" });
    const team = await listTeam(as(owner), SUNRISE);
    expect(team.find(({ email }) => email === "new@sunrise.test")).toMatchObject({
      ...{ roles: ["merchant_staff"], state: "invited" },
    });
  });

  it("never takes over the account of somebody who can sign in, here or elsewhere", async () => {
    const { rows } = await db.owner.query<{ email: string }>(
      "select email from users where user_id = any($1)",
      [[stranger.userId, staff.userId, admin.userId]],
    );
    expect(rows).toHaveLength(3);
    for (const { email } of rows) {
      const answer = inviteColleague(as(owner), SUNRISE, { email, role: "merchant_owner" });
      await expect(answer).rejects.toMatchObject({
        fields: [{ pointer: "/email", code: "taken" }],
      });
    }
  });

  it("is an owner's with a fresh password, for the own team", async () => {
    const form = { email: "more@sunrise.test", role: "merchant_staff" } as const;
    const stale = { ...owner, passwordConfirmedAt: NOON.getTime() - 15 * 60_000 };
    expect(await slug(inviteColleague(as(staff), SUNRISE, form))).toBe("forbidden");
    expect(await slug(inviteColleague(as(stranger), SUNRISE, form))).toBe("not-found");
    expect(await slug(inviteColleague(as(stale), SUNRISE, form))).toBe("fresh-password-needed");
  });
});

describe("a role", () => {
  it("is changed in place and recorded with before and after", async () => {
    expect(await promote(owner, staff.userId)).toBe("done");
    expect(await rolesOf(staff.userId)).toEqual(["merchant_owner"]);
    expect(await promote(owner, staff.userId)).toBe("conflict");
    const { rows } = await db.owner.query(
      "select action, before, after from audit_events where merchant_id = $1 and subject_id = $2",
      [SUNRISE, staff.userId],
    );
    expect(rows).toEqual([
      {
        action: "user.set_role",
        before: { role: "merchant_staff" },
        after: { role: "merchant_owner" },
      },
    ]);
  });

  it("is never one's own to change, nor a stranger's or staff's to give", async () => {
    expect(await demote(owner, owner.userId)).toBe("forbidden");
    expect(await demote(staff, owner.userId)).toBe("forbidden");
    expect(await demote(stranger, owner.userId)).toBe("not-found");
    expect(await demote(owner, stranger.userId)).toBe("not-found");
  });

  it("leaves an owner when two take it from each other at once", async () => {
    const answers = await Promise.all([demote(owner, second.userId), demote(second, owner.userId)]);
    expect(answers.toSorted()).toEqual(["done", "forbidden"]);
  });

  it("leaves an owner whoever asks", async () => {
    expect(await demote(owner, second.userId)).toBe("done");
    expect(await demote(admin, owner.userId)).toBe("last-owner");
    expect(await setActive(admin, owner.userId, false)).toBe("last-owner");
    expect(await rolesOf(owner.userId)).toEqual(["merchant_owner"]);
  });
});

describe("a deactivation", () => {
  const sessions = async (userId: string) => {
    const { rows } = await db.owner.query<{ open: number }>(
      `select count(*) filter (where revoked_at is null)::int as open from sessions where user_id = $1`,
      [userId],
    );
    return rows[0]?.open;
  };

  it("ends every session at once, voids links, and is taken back", async () => {
    await db.owner.query(
      `insert into sessions (session_id, user_id, created_at, last_active_at, expires_at, password_confirmed_at)
       values ('ses_' || $1, $1, now(), now(), now() + interval '1 hour', now())`,
      [staff.userId],
    );
    expect(await sessions(staff.userId)).toBe(1);
    expect(await setActive(owner, staff.userId, false)).toBe("done");
    expect(await sessions(staff.userId)).toBe(0);
    expect(await setActive(owner, staff.userId, false)).toBe("conflict");
    const stateOf = async () =>
      (await listTeam(as(owner), SUNRISE)).find((one) => one.userId === staff.userId)?.state;
    expect(await stateOf()).toBe("deactivated");
    expect(await setActive(owner, staff.userId, true)).toBe("done");
    expect(await stateOf()).toBe("active");
    expect(await sessions(staff.userId)).toBe(0);
  });

  it("keeps the keys the person made, and shows them", async () => {
    await db.owner.query(
      `insert into api_keys (merchant_id, key_id, name, hint, key_hash, scopes, created_by_user_id)
       values ($1, 'key_1', 'Front till', 'abc', 'x', '{checks:run}', $2)`,
      [SUNRISE, staff.userId],
    );
    await setActive(owner, staff.userId, false);
    const team = await listTeam(as(owner), SUNRISE);
    const keys = team.find((one) => one.userId === staff.userId)?.keys;
    expect(keys).toEqual([{ keyId: "key_1", name: "Front till" }]);
  });

  it("is not for oneself, nor for somebody who belongs elsewhere too", async () => {
    expect(await setActive(owner, owner.userId, false)).toBe("forbidden");
    await db.owner.query("insert into memberships values ($1, $2, 'merchant_staff')", [
      ...[HARBOUR, staff.userId],
    ]);
    expect(await setActive(owner, staff.userId, false)).toBe("forbidden");
    await db.owner.query("insert into memberships values ($1, $2, 'auditor')", [
      ...[ACQUIRER, second.userId],
    ]);
    expect(await setActive(owner, second.userId, false)).toBe("forbidden");
  });
});

it("of two owners who invite one person at once, one does", async () => {
  const invite = (by: Person, merchantId: string) =>
    slug(inviteColleague(as(by), merchantId, { email: "both@x.example", role: "merchant_staff" }));
  const told = await Promise.all([invite(owner, SUNRISE), invite(stranger, HARBOUR)]);
  expect(told.toSorted()).toEqual(["done", "validation-failed"]);
});
