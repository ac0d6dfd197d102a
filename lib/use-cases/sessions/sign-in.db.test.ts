import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { SignInPausedError, SignInRefusedError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { hashPassword } from "@/lib/platform/password-hash";
import { confirmPassword } from "@/lib/use-cases/sessions/confirm-password";
import { listSessions } from "@/lib/use-cases/sessions/list-sessions";
import { resumeSession } from "@/lib/use-cases/sessions/resume-session";
import { revokeSession } from "@/lib/use-cases/sessions/revoke-session";
import { signIn } from "@/lib/use-cases/sessions/sign-in";
import { issueSignUpLink } from "@/lib/use-cases/users/issue-sign-up-link";
import { redeemSignUpLink } from "@/lib/use-cases/users/redeem-sign-up-link";
import { setPassword } from "@/lib/use-cases/users/set-password";

const MERCHANT = "898210154110002";
const PASSWORD = "a quiet harbour at dawn";
const NOON = new Date("2026-11-24T04:00:00Z");
const MINUTE_MS = 60_000;
const later = (minutes: number) => new Date(NOON.getTime() + minutes * MINUTE_MS);

let db: TestDatabase;

async function addPerson(userId: string, role: string, merchantId: string = MERCHANT) {
  const hash = await hashPassword(PASSWORD);
  await db.owner.query(
    "insert into users (user_id, email, name, password_hash) values ($1, $2, $1, $3)",
    [userId, `${userId}@sunrise.demo`, hash],
  );
  await addRole(userId, role, merchantId);
}

const addRole = (userId: string, role: string, merchantId: string) =>
  db.owner.query("insert into memberships (merchant_id, user_id, role) values ($1, $2, $3)", [
    merchantId,
    userId,
    role,
  ]);

const from = (address: string, at = NOON) => ({ at, address, userAgent: "test", requestId: "req" });

const tryAs = (userId: string, password: string, address = "203.0.113.9", at = NOON) =>
  signIn({ email: `${userId}@sunrise.demo`, password }, from(address, at));

const resume = (sessionId: string, at: Date, isActivity = true) =>
  resumeSession(sessionId, { at, isActivity });

async function signedIn(userId: string, at = NOON): Promise<Ctx> {
  const { sessionId } = await tryAs(userId, PASSWORD, "203.0.113.9", at);
  const record = await resume(sessionId, at);
  if (!record) throw new Error("no session");
  const { name, memberships, passwordConfirmedAt } = record;
  const actor = {
    kind: "user",
    userId,
    name,
    sessionId,
    memberships,
    passwordConfirmedAt,
  } as const;
  return { actor, now: () => at, requestId: "req" };
}

const sessionIdOf = (ctx: Ctx) => (ctx.actor.kind === "user" ? ctx.actor.sessionId : "");

beforeAll(async () => {
  db = await createTestDatabase();
  await addPerson("owner", "merchant_owner");
  await addPerson("staff", "merchant_staff");
  await addPerson("reviewer", "acquirer_reviewer", ACQUIRER);
  await addPerson("admin", "acquirer_admin", ACQUIRER);
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.owner.query("delete from sign_in_failures");
  await db.owner.query("update users set deactivated_at = null");
});

describe("signing in", () => {
  it("opens a session whatever the case of the e-mail, and leaves a trace in the audit trail", async () => {
    const attempt = { email: "  OWNER@Sunrise.demo ", password: PASSWORD };
    const { sessionId } = await signIn(attempt, from("203.0.113.9"));
    const record = await resume(sessionId, NOON);
    expect(record).toMatchObject({ userId: "owner", email: "owner@sunrise.demo" });
    expect(record?.memberships).toEqual([{ merchantId: MERCHANT, role: "merchant_owner" }]);
    const { rows } = await db.owner.query(
      "select action from audit_events where merchant_id = $1 and actor_id = 'owner'",
      [MERCHANT],
    );
    expect(rows).toContainEqual({ action: "session.create" });
  });

  it("refuses a wrong password, an unknown account and a deactivated one in the same words", async () => {
    await db.owner.query("update users set deactivated_at = now() where user_id = 'staff'");
    const answers = await Promise.allSettled([
      tryAs("owner", "wrong"),
      tryAs("nobody", PASSWORD),
      tryAs("staff", PASSWORD),
    ]);
    const reasons = answers.map((answer) => answer.status === "rejected" && answer.reason);
    for (const reason of reasons) expect(reason).toEqual(new SignInRefusedError());
  });

  it.each(["owner", "nobody"])("pauses after ten failures of %s from one address", async (who) => {
    for (let attempt = 1; attempt < 10; attempt++) {
      await expect(tryAs(who, "wrong")).rejects.toThrow(SignInRefusedError);
    }
    await expect(tryAs(who, "wrong")).rejects.toThrow(SignInPausedError);
    await expect(tryAs(who, PASSWORD)).rejects.toThrow(SignInPausedError);
    await expect(tryAs(who, PASSWORD, "203.0.113.9", later(29.9))).rejects.toThrow(
      SignInPausedError,
    );
    await expect(tryAs(who, "wrong", "203.0.113.9", later(30))).rejects.toThrow(SignInRefusedError);
  });

  it("lets the person in from elsewhere, and again after the pause", async () => {
    for (let attempt = 0; attempt < 10; attempt++) {
      await tryAs("owner", "wrong").catch(() => undefined);
    }
    await expect(tryAs("owner", PASSWORD, "198.51.100.7")).resolves.toBeDefined();
    await expect(tryAs("owner", PASSWORD)).rejects.toThrow(SignInPausedError);
    await expect(tryAs("owner", PASSWORD, "203.0.113.9", later(30))).resolves.toBeDefined();
  });

  it("gives simultaneous guesses no more than ten looks at the password", async () => {
    const guesses = Array.from({ length: 40 }, () => tryAs("owner", "wrong"));
    const answers = await Promise.allSettled(guesses);
    const refused = answers.filter(
      (answer) => answer.status === "rejected" && answer.reason instanceof SignInRefusedError,
    );
    expect(refused).toHaveLength(9);
    await expect(tryAs("owner", PASSWORD)).rejects.toThrow(SignInPausedError);
  });

  it("forgets failures after a success and after half an hour", async () => {
    for (let attempt = 0; attempt < 9; attempt++) {
      await tryAs("owner", "wrong").catch(() => undefined);
    }
    await tryAs("owner", PASSWORD);
    await expect(tryAs("owner", "wrong")).rejects.toThrow(SignInRefusedError);
    for (let attempt = 0; attempt < 8; attempt++) {
      await tryAs("owner", "wrong").catch(() => undefined);
    }
    await expect(tryAs("owner", "wrong", "203.0.113.9", later(30))).rejects.toThrow(
      SignInRefusedError,
    );
  });

  it("records the pause of an account that exists", async () => {
    for (let attempt = 0; attempt < 10; attempt++) {
      await tryAs("reviewer", "wrong").catch(() => undefined);
    }
    const { rows } = await db.owner.query(
      "select after from audit_events where action = 'sign_in.lock' and subject_id = 'reviewer'",
    );
    expect(rows).toEqual([{ after: { address: "203.0.113.9", minutes: 30 } }]);
  });
});

describe("a session", () => {
  it("of the acquirer ends after 15 idle minutes, and activity moves that on", async () => {
    const id = sessionIdOf(await signedIn("reviewer"));
    expect(await resume(id, later(14))).not.toBeNull();
    expect(await resume(id, later(28))).not.toBeNull();
    expect(await resume(id, later(43))).toBeNull();
  });

  it("is not kept alive by what a page does on its own", async () => {
    const id = sessionIdOf(await signedIn("reviewer"));
    expect(await resume(id, later(10), false)).not.toBeNull();
    expect(await resume(id, later(14), false)).not.toBeNull();
    expect(await resume(id, later(15))).toBeNull();
  });

  it("of a merchant ends after 12 hours, busy or not", async () => {
    const id = sessionIdOf(await signedIn("owner"));
    expect(await resume(id, later(11 * 60))).not.toBeNull();
    expect(await resume(id, later(12 * 60 - 0.01))).not.toBeNull();
    expect(await resume(id, later(12 * 60))).toBeNull();
  });

  it("sees a change of roles and a deactivation at once", async () => {
    const id = sessionIdOf(await signedIn("staff"));
    await addRole("staff", "merchant_owner", MERCHANT);
    expect((await resume(id, NOON))?.memberships).toHaveLength(2);
    await db.owner.query("delete from memberships where user_id='staff' and role='merchant_owner'");
    expect((await resume(id, NOON))?.memberships).toHaveLength(1);
    await db.owner.query("update users set deactivated_at = now() where user_id = 'staff'");
    expect(await resume(id, NOON)).toBeNull();
  });

  it("can be listed and revoked by its person, by nobody else", async () => {
    const here = await signedIn("owner", later(1));
    const there = await signedIn("owner", later(2));
    const stranger = await signedIn("staff");
    const ids = (await listSessions(here)).map((entry) => entry.sessionId);
    expect(ids).toContain(sessionIdOf(there));
    await expect(revokeSession(stranger, sessionIdOf(there))).rejects.toThrow("no such record");
    await revokeSession(here, sessionIdOf(there));
    expect(await resume(sessionIdOf(there), later(3))).toBeNull();
    expect(await resume(sessionIdOf(here), later(3))).not.toBeNull();
    await expect(revokeSession(here, sessionIdOf(there))).rejects.toThrow("no such record");
  });

  it("knows when its password was last given", async () => {
    const ctx = await signedIn("owner");
    const half = { ...ctx, now: () => later(30) };
    await expect(confirmPassword(half, "wrong", "203.0.113.9")).rejects.toThrow(SignInRefusedError);
    await confirmPassword(half, PASSWORD, "203.0.113.9");
    const record = await resume(sessionIdOf(ctx), later(31));
    expect(record?.passwordConfirmedAt).toBe(later(30).getTime());
  });
});

describe("a password", () => {
  it("changes with the present one and by the rules; the other sessions end", async () => {
    await addPerson("changer", "merchant_staff");
    const here = await signedIn("changer");
    const there = await signedIn("changer");
    const change = (current: string, password: string) =>
      setPassword(here, { current, password }, "203.0.113.9");
    await expect(change("wrong", "another fine harbour")).rejects.toThrow(SignInRefusedError);
    await expect(change(PASSWORD, "short")).rejects.toMatchObject({
      fields: [{ pointer: "/password", code: "too_short" }],
    });
    await expect(change(PASSWORD, "123456789101112")).rejects.toMatchObject({
      fields: [{ code: "common" }],
    });
    expect(await change(PASSWORD, "another fine harbour")).toEqual({ endedSessions: 1 });
    expect(await resume(sessionIdOf(here), NOON)).not.toBeNull();
    expect(await resume(sessionIdOf(there), NOON)).toBeNull();
    await expect(tryAs("changer", PASSWORD)).rejects.toThrow(SignInRefusedError);
    await expect(tryAs("changer", "another fine harbour")).resolves.toBeDefined();
  });
});

describe("a sign-up link", () => {
  const redeem = (token: string, at = NOON) =>
    redeemSignUpLink(
      { token, name: "Li Min", password: "lantern over water" },
      {
        at,
        requestId: "req",
      },
    );

  it("works once, for 24 hours, and ends every session", async () => {
    await addPerson("joiner", "merchant_staff");
    const old = await signedIn("joiner");
    const owner = await signedIn("owner");
    const { token } = await issueSignUpLink(owner, MERCHANT, "joiner");
    expect(await resume(sessionIdOf(old), NOON)).toBeNull();
    await expect(redeem(token, later(24 * 60))).rejects.toThrow("no longer works");
    const answers = await Promise.allSettled([redeem(token), redeem(token), redeem(token)]);
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    await expect(redeem(token)).rejects.toThrow("no longer works");
    await expect(tryAs("joiner", "lantern over water")).resolves.toBeDefined();
  });

  it("makes the earlier one worthless", async () => {
    const owner = await signedIn("owner");
    const first = await issueSignUpLink(owner, MERCHANT, "joiner");
    await issueSignUpLink(owner, MERCHANT, "joiner");
    await expect(redeem(first.token)).rejects.toThrow("no longer works");
  });

  it("is issued by an owner for people of that merchant alone, by an admin for everybody", async () => {
    const owner = await signedIn("owner");
    const admin = await signedIn("admin");
    const staff = await signedIn("staff");
    await addPerson("elsewhere", "merchant_staff", "898210154110003");
    await addPerson("both", "merchant_staff");
    await addRole("both", "acquirer_reviewer", ACQUIRER);
    await expect(issueSignUpLink(owner, MERCHANT, "elsewhere")).rejects.toThrow("no such record");
    await expect(issueSignUpLink(owner, "898210154110003", "elsewhere")).rejects.toThrow(
      "no such record",
    );
    await expect(issueSignUpLink(owner, MERCHANT, "both")).rejects.toThrow("not permitted");
    await expect(issueSignUpLink(owner, MERCHANT, "owner")).rejects.toThrow("not permitted");
    await expect(issueSignUpLink(staff, MERCHANT, "joiner")).rejects.toThrow("not permitted");
    await expect(issueSignUpLink(owner, ACQUIRER, "reviewer")).rejects.toThrow("no such record");
    await expect(issueSignUpLink(admin, ACQUIRER, "reviewer")).rejects.toThrow("not permitted");
    await expect(issueSignUpLink(admin, MERCHANT, "both")).rejects.toThrow("not permitted");
    await expect(issueSignUpLink(admin, MERCHANT, "joiner")).resolves.toBeDefined();
  });

  it("wants a fresh password of the owner", async () => {
    const owner = await signedIn("owner");
    const stale = { ...owner, now: () => later(15) };
    await expect(issueSignUpLink(stale, MERCHANT, "joiner")).rejects.toMatchObject({
      code: "fresh-password-needed",
    });
  });
});
