import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ACTIONS, HANDLERS, type Audience, type World } from "@/e2e/access-matrix";
import { findDemoRecords } from "@/e2e/demo-records";
import type { ActionResult } from "@/lib/contracts/action-result";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { ACQUIRER_ROLES, MERCHANT_ROLES, type Role } from "@/lib/domain/access/actor";
import { completeEnv } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { logger } from "@/lib/platform/logger";
import { DEMO_PEOPLE, HARBOUR, SUNRISE } from "@/prisma/seed/demo-people";
import { seedDemoWorld } from "@/prisma/seed/demo-world";

/** The browser of the moment: what it sends with a request. */
const browser = vi.hoisted(() => ({ cookies: new Map<string, string>() }));

vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => {
      const value = browser.cookies.get(name);
      return value === undefined ? undefined : { name, value };
    },
    set: (name: string, value: string) => browser.cookies.set(name, value),
  }),
  headers: async () => new Headers({ "user-agent": "test" }),
}));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));

logger.level = "silent";

const SECRET = "a secret of the tests, long enough to be one";
const STRANGER = "owner@harbour.demo";
const emailOf = (role: Role) => DEMO_PEOPLE.find((person) => person.role === role)!.email;

let db: TestDatabase;
let world: World;
let secrets: string[];

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file));

const sources = filesIn("app").filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file));
const declaresActions = (file: string) => /["']use server["']/.test(readFileSync(file, "utf8"));
const actionFiles = sources.filter((file) => path.basename(file) === "actions.ts");

type Action = (...sent: unknown[]) => Promise<ActionResult<unknown>>;

const load = async (file: string) =>
  (await import(/* @vite-ignore */ `../${file}`)) as Record<string, Action>;

/** Actions of a merchant's pages, which say first which merchant their page shows. */
const isOfMerchant = (name: string) => name.startsWith("app/(merchant)/");

/** Signs a person in by a row of their own, and gives the browser its cookie. */
async function enter(email: string, state: { revoked?: boolean } = {}): Promise<string> {
  const sessionId = newId("ses");
  await db.owner.query(
    `insert into sessions (session_id, user_id, expires_at, revoked_at)
     select $1, user_id, now() + interval '12 hours', $3 from users where email = $2`,
    [sessionId, email, state.revoked ? new Date() : null],
  );
  const token = await encode({ token: { sid: sessionId }, secret: SECRET });
  browser.cookies.set("headroom-session", token);
  return sessionId;
}

const traces = async (): Promise<number> => {
  const { rows } = await db.owner.query<{ traces: number }>(
    `select ((select count(*) from audit_events) + (select count(*) from limit_request_events)
      + (select count(*) from limit_requests) + (select count(*) from sign_up_links))::int as traces`,
  );
  return rows[0]!.traces;
};

/** Runs an action as the browser's person; answers the code of its refusal, or "ok". */
async function run(
  name: string,
  input: unknown = ACTIONS[name]!.input(world),
  shown: string = SUNRISE,
): Promise<{ code: string; told: string }> {
  const [file = "", exported = ""] = name.split("#");
  const action = (await load(file))[exported]!;
  try {
    const answer = await (isOfMerchant(name) ? action(shown, input) : action(input));
    return { code: answer.ok ? "ok" : answer.problem.code, told: JSON.stringify(answer) };
  } catch (error) {
    if (String((error as { digest?: string }).digest).startsWith("NEXT_REDIRECT")) {
      return { code: "ok", told: "" };
    }
    throw error;
  }
}

beforeAll(async () => {
  completeEnv({ AUTH_SECRET: SECRET });
  db = await createTestDatabase();
  await seedDemoWorld(db.owner, { now: new Date(), password: "a quiet harbour" });
  world = { ...(await findDemoRecords(db.owner)), checkId: "", reservationId: "" };
  const { rows } = await db.owner.query<{ id: string }>(
    `select limit_id as id from limits where merchant_id = $1
     union select serial_number from serial_directory where merchant_id = $1
     union select trading_name from merchants where merchant_id = $1`,
    [SUNRISE],
  );
  secrets = rows.map(({ id }) => id);
  await db.owner.query("create table roles_at_first as select * from memberships");
});
afterAll(() => db.drop());
beforeEach(async () => {
  browser.cookies.clear();
  // Some actions deactivate people and give them other roles.
  await db.owner.query("update users set deactivated_at = null");
  await db.owner.query("delete from memberships");
  await db.owner.query("insert into memberships select * from roles_at_first");
  await db.owner.query("delete from sign_in_failures");
});

/** The input once for each text in it, that text with U+0000 at its end. */
function spoiled(input: unknown): [string, unknown][] {
  if (typeof input === "string") return [["", `${input}\0`]];
  if (typeof input !== "object" || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) =>
    spoiled(value).map(([field, bad]): [string, unknown] => [
      `/${name}${field}`,
      { ...input, [name]: bad },
    ]),
  );
}

const names = Object.keys(ACTIONS);
const everyRole: readonly Role[] = [...MERCHANT_ROLES, ...ACQUIRER_ROLES];
const admits = (audience: Audience, role: Role) =>
  typeof audience === "string" || audience.includes(role);

describe("every server action", () => {
  it("lives in a file of its folder's actions", () => {
    expect(sources.filter(declaresActions).toSorted()).toEqual(actionFiles.toSorted());
  });

  it("stands in the matrix, and the matrix knows no other", async () => {
    const found = await Promise.all(
      actionFiles.map(async (file) =>
        Object.keys(await load(file)).map((name) => `${file}#${name}`),
      ),
    );
    expect(names.toSorted()).toEqual(found.flat().toSorted());
  });

  it("is beside no route but those that are known", () => {
    const routes = sources.filter((file) => path.basename(file) === "route.ts");
    expect(routes.toSorted()).toEqual(Object.keys(HANDLERS).toSorted());
  });
});

describe.each(names)("%s", (name) => {
  const { audience, stranger } = ACTIONS[name]!;

  it.runIf(audience !== "everybody")("is refused to whoever is not signed in", async () => {
    const before = await traces();
    expect((await run(name)).code).toBe("unauthenticated");
    browser.cookies.set("headroom-session", "forged");
    expect((await run(name)).code).toBe("unauthenticated");
    await enter(emailOf("merchant_owner"), { revoked: true });
    expect((await run(name)).code).toBe("unauthenticated");
    await enter(emailOf("acquirer_admin"));
    await db.owner.query("update users set deactivated_at = now()");
    expect((await run(name)).code).toBe("unauthenticated");
    expect(await traces()).toBe(before);
  });

  const refused = everyRole.filter((role) => !admits(audience, role));
  it.runIf(refused.length > 0)("is refused to the other roles", async () => {
    for (const role of refused) {
      await enter(emailOf(role));
      const before = await traces();
      const { code, told } = await run(name);
      expect(["forbidden", "not-found"], `${role} was told ${told}`).toContain(code);
      expect(await traces()).toBe(before);
    }
  });

  it("tells another merchant's owner nothing but what they said themselves", async () => {
    await enter(STRANGER);
    const before = await traces();
    const { code, told } = await run(name, undefined, HARBOUR);
    const said = JSON.stringify(ACTIONS[name]!.input(world));
    const isTold = (secret: string) => told.includes(secret) && !said.includes(secret);
    expect(secrets.filter(isTold)).toEqual([]);
    if (stranger === "own") return;
    expect(["forbidden", "not-found"], told).toContain(code);
    expect(await traces()).toBe(before);
  });

  it.runIf(isOfMerchant(name))("is refused where its page shows another merchant", async () => {
    await enter(STRANGER);
    const before = await traces();
    expect((await run(name, undefined, SUNRISE)).code).toBe("forbidden");
    await db.owner.query(
      `insert into memberships (merchant_id, user_id, role)
       select $1, user_id, 'merchant_owner' from users where email = $2`,
      [SUNRISE, STRANGER],
    );
    for (const [chosen, shown, tradingName] of [
      [HARBOUR, SUNRISE, "Harbour Tea"],
      [SUNRISE, HARBOUR, "晨曦食品"],
    ] as const) {
      browser.cookies.set("merchant", chosen);
      const { code, told } = await run(name, undefined, shown);
      expect(code).toBe("merchant-switched");
      expect(told).toContain(tradingName);
    }
    // A page from before this rule, and whatever else says no merchant.
    expect((await run(name, undefined, ACTIONS[name]!.input(world) as string)).code).toBe(
      "forbidden",
    );
    expect(await traces()).toBe(before);
  });

  it("refuses text that is no text in each of its fields", async () => {
    await enter(emailOf(everyRole.find((role) => admits(audience, role))!));
    for (const [field, input] of spoiled(ACTIONS[name]!.input(world))) {
      const { code, told } = await run(name, input);
      expect(code, `${field}: ${told}`).toBe("validation-failed");
      expect(told).toContain(`"${field}"`);
    }
  });

  it("is open to those it is for", async () => {
    for (const role of everyRole.filter((one) => admits(audience, one))) {
      await enter(emailOf(role));
      const { code, told } = await run(name);
      expect(["unauthenticated", "forbidden", "internal"], `${role}: ${told}`).not.toContain(code);
    }
  });
});

describe("signing in again", () => {
  it("ends the session this browser had, whoever's it was, and no other", async () => {
    const isOver = async (sessionId: string) =>
      (
        await db.owner.query<{ over: boolean }>(
          "select revoked_at is not null as over from sessions where session_id = $1",
          [sessionId],
        )
      ).rows[0]?.over;
    const elsewhere = await enter(emailOf("merchant_owner"));
    const before = await enter(emailOf("acquirer_admin"));
    const signIn = "app/(auth)/actions.ts#signIn";
    const asOwner = { email: emailOf("merchant_owner"), password: "a quiet harbour" };
    expect((await run(signIn, { ...asOwner, password: "wrong" })).code).toBe("sign-in-refused");
    expect(await isOver(before)).toBe(false);
    expect((await run(signIn, asOwner)).code).toBe("ok");
    expect([await isOver(before), await isOver(elsewhere)]).toEqual([true, false]);
  });
});
