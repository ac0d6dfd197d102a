import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant, insertTestUser } from "@/lib/data/test-merchants";
import { createUser } from "@/lib/use-cases/users/create-user";
import { getSignUpLink } from "@/lib/use-cases/users/get-sign-up-link";

const SUNRISE = "898210154110002";
const NOW = new Date("2026-11-24T10:15:00+08:00");
const ctx: Ctx = { actor: { kind: "operator" }, now: () => NOW, requestId: "req_test" };
const afterHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await insertTestMerchant(db.owner, { merchantId: SUNRISE, terminalId: "00018644" });
});
afterAll(() => db.drop());

async function read(sql: string, ...values: unknown[]) {
  const { rows } = await db.owner.query<Record<string, unknown>>(sql, values);
  return rows;
}

const owner = (email: string) =>
  createUser(ctx, { email, role: "merchant_owner", merchantId: SUNRISE });

describe("creating a person at the command line", () => {
  it("gives the role, and a link that works for 24 hours and is kept as a hash only", async () => {
    const { userId, token } = await owner("Owner@Sunrise.example");
    expect(await getSignUpLink(token, afterHours(23.9))).toMatchObject({
      email: "owner@sunrise.example",
    });
    expect(await getSignUpLink(token, afterHours(24))).toBeNull();
    expect(
      await read("select merchant_id, role from memberships where user_id = $1", userId),
    ).toEqual([{ merchant_id: SUNRISE, role: "merchant_owner" }]);
    const stored = await read("select l::text as link from sign_up_links l");
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(
      await read(
        "select actor_kind, action, after from audit_events where subject_id = $1",
        userId,
      ),
    ).toEqual([
      {
        ...{ actor_kind: "operator", action: "user.create" },
        after: { email: "owner@sunrise.example", role: "merchant_owner" },
      },
    ]);
  });

  it("lets one person hold several roles, with only the newest link working", async () => {
    const first = await owner("wang@sunrise.example");
    const second = await createUser(ctx, {
      ...{ email: "WANG@sunrise.example", role: "acquirer_reviewer", merchantId: null },
    });
    expect(second.userId).toBe(first.userId);
    expect(await getSignUpLink(first.token, afterHours(1))).toBeNull();
    expect(await getSignUpLink(second.token, afterHours(1))).not.toBeNull();
    expect(
      await read(
        "select merchant_id, role from memberships where user_id = $1 order by 1",
        first.userId,
      ),
    ).toEqual([
      { merchant_id: SUNRISE, role: "merchant_owner" },
      { merchant_id: "acquirer", role: "acquirer_reviewer" },
    ]);
  });

  it("takes the password and the sessions of whoever is new to the acquirer", async () => {
    const { userId } = await owner("early@bank.example");
    const signedIn = async () => {
      await read("update users set password_hash = 'known to others' where user_id = $1", userId);
      await read(
        `insert into sessions (session_id, user_id, expires_at) values ($2, $1, now() + interval '1 hour')
         on conflict (session_id) do update set revoked_at = null`,
        ...[userId, "ses_early"],
      );
    };
    const state = () =>
      read(
        `select u.password_hash is null as bare, s.revoked_at is not null as out
         from users u join sessions s using (user_id) where user_id = $1`,
        userId,
      );
    const officer = { email: "early@bank.example", merchantId: null };
    await signedIn();
    await createUser(ctx, { ...officer, role: "acquirer_reviewer" });
    expect(await state()).toEqual([{ bare: true, out: true }]);
    await signedIn();
    await createUser(ctx, { ...officer, role: "auditor" });
    expect(await state()).toEqual([{ bare: false, out: false }]);
  });

  it("refuses a merchant's role without a merchant, the acquirer's with one, and strangers", async () => {
    const email = "nobody@sunrise.example";
    const refused = [
      { email, role: "merchant_staff", merchantId: null },
      { email, role: "auditor", merchantId: SUNRISE },
      { email, role: "merchant_staff", merchantId: "898210154119999" },
    ] as const;
    for (const user of refused) await expect(createUser(ctx, user)).rejects.toThrow();
    expect(await read("select from users where email = $1", email)).toEqual([]);
  });

  it("gives nothing to a person who was deactivated", async () => {
    const { userId } = await insertTestUser(db.owner, "Gone", SUNRISE, "merchant_staff");
    await db.owner.query("update users set deactivated_at = now() where user_id = $1", [userId]);
    await expect(owner(`${userId.toLowerCase()}@example.test`)).rejects.toThrow(/deactivated/);
  });
});
