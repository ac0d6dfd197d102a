import { readdirSync } from "node:fs";
import path from "node:path";
import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test";
import { type Audience, PAGES, type World } from "@/e2e/access-matrix";
import { openDemoDatabase } from "@/e2e/demo-database";
import { findDemoRecords } from "@/e2e/demo-records";
import { signInByRequest } from "@/e2e/sign-in";
import { ROLES, type Role } from "@/lib/domain/access/actor";
import { DEMO_PEOPLE, SUNRISE } from "@/prisma/seed/demo-people";

test.describe.configure({ mode: "serial" });

let database: Awaited<ReturnType<typeof openDemoDatabase>>;
let world: World;
let secrets: string[];

test.beforeAll(async () => {
  database = await openDemoDatabase();
  world = { ...(await findDemoRecords(database.client)), checkId: "", reservationId: "" };
  const { rows } = await database.client.query<{ id: string }>(
    `select limit_id as id from limits where merchant_id = $1
     union select serial_number from serial_directory where merchant_id = $1
     union select trading_name from merchants where merchant_id = $1`,
    [SUNRISE],
  );
  secrets = rows.map(({ id }) => id);
});
test.afterAll(() => database.close());

const templateOf = (file: string) =>
  `/${path
    .dirname(file)
    .split(path.sep)
    .filter((part) => part !== "." && !part.startsWith("("))
    .join("/")}`;

const found = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "page.tsx")
  .map(templateOf);

const addressOf = (name: string) => PAGES[name]?.path?.(world) ?? name;

type Outcome = "shown" | "sign_in" | "no_permission" | "not_found" | "failed";

// A busy machine may answer "unavailable"; asked again it says what it means.
async function get(request: APIRequestContext, address: string, tries = 3): Promise<APIResponse> {
  const answer = await request.get(address);
  return answer.status() >= 500 && tries > 1 ? get(request, address, tries - 1) : answer;
}

/** What a visitor gets; a page that began to stream says the rest in its text. */
async function open(request: APIRequestContext, address: string) {
  const answer = await get(request, address);
  const text = await answer.text();
  const { pathname } = new URL(answer.url());
  const outcome = ((): Outcome => {
    if (pathname === "/sign-in" && !address.startsWith("/sign-in")) return "sign_in";
    if (text.includes("NEXT_REDIRECT;replace;/sign-in")) return "sign_in";
    if (pathname === "/no-permission" && address !== pathname) return "no_permission";
    if (text.includes("NEXT_REDIRECT;replace;/no-permission")) return "no_permission";
    if (answer.status() === 404 || text.includes("NEXT_HTTP_ERROR_FALLBACK;404")) {
      return "not_found";
    }
    return answer.status() === 200 ? "shown" : "failed";
  })();
  return { outcome, text, headers: answer.headers() };
}

const admits = (audience: Audience, role: Role) =>
  typeof audience === "string" || audience.includes(role);

const leaks = (text: string, address: string) =>
  secrets.filter((secret) => text.includes(secret) && !address.includes(secret));

test("every page stands in the matrix, and the matrix knows no other", () => {
  expect(Object.keys(PAGES).toSorted()).toEqual(found.toSorted());
});

test("whoever is not signed in is sent to sign in, and back", async ({ request }) => {
  for (const [name, { audience }] of Object.entries(PAGES)) {
    const address = addressOf(name);
    const { outcome, text } = await open(request, address);
    expect(outcome, name).toBe(audience === "everybody" ? "shown" : "sign_in");
    expect(leaks(text, address), name).toEqual([]);
    if (audience !== "everybody") {
      expect(text, name).toContain(encodeURIComponent(address).replaceAll("%20", "+"));
    }
  }
});

for (const role of ROLES) {
  test(`${role} opens what is for the role and nothing else`, async ({ request, baseURL }) => {
    const { email } = DEMO_PEOPLE.find((person) => person.role === role)!;
    await signInByRequest(request, baseURL!, email);
    for (const [name, { audience }] of Object.entries(PAGES)) {
      if (name === "/sign-in") continue;
      const { outcome } = await open(request, addressOf(name));
      if (admits(audience, role)) expect(outcome, name).toBe("shown");
      else expect(["no_permission", "not_found"], name).toContain(outcome);
    }
  });
}

test("another merchant's owner finds nothing of this one", async ({ request, baseURL }) => {
  await signInByRequest(request, baseURL!, "owner@harbour.demo");
  for (const [name, { path: example, stranger }] of Object.entries(PAGES)) {
    const address = addressOf(name);
    const { outcome, text } = await open(request, address);
    if (example && stranger !== "own")
      expect(["no_permission", "not_found"], name).toContain(outcome);
    expect(leaks(text, address), name).toEqual([]);
  }
});

test("a revoked session and a deactivated person are out at once", async ({
  playwright,
  baseURL,
}) => {
  const { client } = database;
  const email = "leaver@sunrise.demo";
  await client.query(
    `insert into users (user_id, email, name, password_hash)
     select 'usr_leaver', $1, 'Leaver', password_hash from users where email = 'staff@sunrise.demo'`,
    [email],
  );
  const join = () =>
    client.query(
      `insert into memberships (merchant_id, user_id, role) values ($1, 'usr_leaver', 'merchant_staff')`,
      [SUNRISE],
    );
  await join();
  const enter = async () => {
    const request = await playwright.request.newContext({ baseURL });
    await signInByRequest(request, baseURL!, email);
    expect((await open(request, "/home")).outcome).toBe("shown");
    return request;
  };
  const revoked = await enter();
  await client.query("update sessions set revoked_at = now() where user_id = 'usr_leaver'");
  expect((await open(revoked, "/home")).outcome).toBe("sign_in");
  const demoted = await enter();
  await client.query("delete from memberships where user_id = 'usr_leaver'");
  expect((await open(demoted, "/home")).outcome).toBe("no_permission");
  await join();
  expect((await open(demoted, "/home")).outcome).toBe("shown");
  await client.query("update users set deactivated_at = now() where user_id = 'usr_leaver'");
  expect((await open(demoted, "/home")).outcome).toBe("sign_in");
  await Promise.all([revoked.dispose(), demoted.dispose()]);
  for (const table of ["memberships", "sessions", "users"]) {
    await client.query(`delete from ${table} where user_id = 'usr_leaver'`);
  }
});

test("what is missing and what is another merchant's answer 404, before anything is shown", async ({
  request,
  baseURL,
}) => {
  const statuses = (paths: string[]) =>
    Promise.all(paths.map(async (path) => `${path} ${(await get(request, path)).status()}`));
  const all404 = (paths: string[]) => paths.map((path) => `${path} 404`);
  const nobodys = "lrq_01J00000000000000000000000";
  await signInByRequest(request, baseURL!, "owner@harbour.demo");
  const foreign = [
    ...["/terminals/NOSUCHTD", `/terminals/${world.terminalId}`],
    ...[`/limit-requests/${nobodys}`, `/limit-requests/${world.limitRequestId}`],
  ];
  expect(await statuses(foreign)).toEqual(all404(foreign));
  await signInByRequest(request, baseURL!, "reviewer@acquirer.demo");
  const missing = [
    ...[`/queue/${world.merchantId}/${nobodys}`, `/queue/nope/${world.limitRequestId}`],
    ...["/merchants/nope", "/nope"],
  ];
  expect(await statuses(missing)).toEqual(all404(missing));
});
