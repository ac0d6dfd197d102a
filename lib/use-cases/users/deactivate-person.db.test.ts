import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant } from "@/lib/data/test-merchants";
import type { Role } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import { resumeSession } from "@/lib/use-cases/sessions/resume-session";
import { deactivatePerson } from "@/lib/use-cases/users/deactivate-person";
import { listPeople } from "@/lib/use-cases/users/list-people";
import { reactivatePerson } from "@/lib/use-cases/users/reactivate-person";

const SUNRISE = "898210154110002";
const NOON = new Date("2026-11-24T04:00:00Z");

let db: TestDatabase;

const as = (userId: string, role: Role): Ctx => ({
  actor: {
    ...{ kind: "user", userId, name: userId, sessionId: "ses_1" },
    memberships: [{ merchantId: role.startsWith("merchant_") ? SUNRISE : ACQUIRER, role }],
    passwordConfirmedAt: NOON.getTime(),
  },
  now: () => NOON,
  requestId: "req_test",
});
const admin = as("admin", "acquirer_admin");
const admin2 = as("admin2", "acquirer_admin");

const resume = () => resumeSession("ses_reviewer", { at: NOON, isActivity: false });
const stateOf = async (userId: string) =>
  (await listPeople(admin, ACQUIRER)).find((person) => person.userId === userId)?.state;

beforeAll(async () => {
  db = await createTestDatabase();
  await insertTestMerchant(db.owner, { merchantId: SUNRISE, terminalId: "00018644" });
  for (const [userId, merchantId, role] of [
    ["admin", ACQUIRER, "acquirer_admin"],
    ["admin2", ACQUIRER, "acquirer_admin"],
    ["reviewer", ACQUIRER, "acquirer_reviewer"],
    ["owner", SUNRISE, "merchant_owner"],
  ]) {
    await db.owner.query(
      "insert into users (user_id, email, name, password_hash) values ($1, $1 || '@a.test', $1, 'x')",
      [userId],
    );
    await db.owner.query("insert into memberships values ($2, $1, $3)", [userId, merchantId, role]);
  }
  await db.owner.query(
    `insert into sessions (session_id, user_id, last_active_at, expires_at)
     values ('ses_reviewer', 'reviewer', $1, $1::timestamptz + interval '1 hour')`,
    [NOON],
  );
});
afterAll(() => db.drop());

describe("one of the acquirer's people", () => {
  it("loses every session at once, and comes back by a new link alone", async () => {
    expect(await resume()).not.toBeNull();
    await deactivatePerson(admin, "reviewer");
    expect(await resume()).toBeNull();
    expect(await stateOf("reviewer")).toBe("deactivated");
    await expect(deactivatePerson(admin, "reviewer")).rejects.toThrow("already");
    await reactivatePerson(admin2, "reviewer");
    expect(await stateOf("reviewer")).toBe("invited");
    expect(await resume()).toBeNull();
    const { rows } = await db.owner.query<{ said: string }>(
      `select actor_id || ' ' || action as said from audit_events
       where merchant_id = 'acquirer' and subject_id = 'reviewer' order by sequence`,
    );
    expect(rows.map(({ said }) => said)).toEqual([
      "admin user.deactivate",
      "admin2 user.reactivate",
    ]);
  });

  it("is deactivated by admins alone, never by themselves, nor is a merchant's person here", async () => {
    await expect(deactivatePerson(admin, "admin")).rejects.toThrow("permitted");
    for (const role of ["acquirer_approver", "auditor"] as const) {
      await expect(deactivatePerson(as("x", role), "reviewer")).rejects.toThrow("permitted");
      await expect(reactivatePerson(as("x", role), "reviewer")).rejects.toThrow("permitted");
    }
    await expect(deactivatePerson(as("owner", "merchant_owner"), "admin")).rejects.toThrow(
      "no such record",
    );
    await expect(deactivatePerson(admin, "owner")).rejects.toThrow("no such record");
  });

  it("who is the last admin stays, also when two deactivate each other", async () => {
    const tries = await Promise.allSettled([
      deactivatePerson(admin, "admin2"),
      deactivatePerson(admin2, "admin"),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
