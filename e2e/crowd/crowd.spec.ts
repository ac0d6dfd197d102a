import { type APIRequestContext, expect, test } from "@playwright/test";
import pg from "pg";
import { Installation } from "@/e2e/installation";
import { signInByRequest } from "@/e2e/sign-in";
import { attachEmbedded } from "@/lib/platform/embedded-postgres/attach";

const MERCHANTS = process.env.FULL ? 100_000 : 5_000;
const FIRST_BYTE_MS = 300;
const STATEMENT_MS = 50;
const TRIES = 5;

const mid = (n: number) => `899${String(n).padStart(12, "0")}`;
const tid = (n: number) => `C${String(n).padStart(7, "0")}`;
const MIDDLE = MERCHANTS / 2;

/** What staff look for among many, as addresses. */
const PAGES = [
  "/merchants",
  `/merchants?q=${mid(MIDDLE)}`,
  `/merchants?q=${mid(MIDDLE).slice(-6)}`,
  `/merchants?q=${tid(MERCHANTS)}`,
  `/merchants?q=SN-${tid(MERCHANTS)}`,
  `/merchants?q=${encodeURIComponent("莲花")}`,
  `/merchants?q=${encodeURIComponent("有限公司")}`,
  `/merchants?q=${encodeURIComponent(`茶行 ${MIDDLE}`)}`,
  "/merchants?q=nobody+is+called+so",
  "/merchants?status=suspended",
  "/merchants?tier=enterprise",
  `/merchants/${mid(MIDDLE)}`,
  "/queue",
  "/queue?view=unclaimed",
  "/merchants?sort=merchant",
  `/merchants?q=${encodeURIComponent("莲花")}&sort=merchant`,
  `/merchants?q=${encodeURIComponent("莲花")}&status=active`,
  `/merchants?q=${encodeURIComponent("有限公司")}&sort=merchant`,
  `/merchants/${mid(MIDDLE)}/terminals/${tid(MERCHANTS)}`,
  "/registry",
  "/registry?status=deployed",
  `/registry?q=${tid(MERCHANTS)}`,
  `/registry?q=${encodeURIComponent("莲花")}`,
  `/registry?q=${encodeURIComponent("有限公司")}`,
  `/queue?q=${encodeURIComponent("莲花")}`,
  "/imports",
  "/inbox",
  "/audit",
  "/people",
];

let installation: Installation;
let database: pg.Client;
let leave: () => Promise<void>;

async function open(): Promise<void> {
  const embedded = await attachEmbedded(installation.folder, "command");
  database = new pg.Client({ connectionString: embedded.ownerUrl });
  await database.connect();
  leave = embedded.leave;
}

async function close(): Promise<void> {
  await database.end();
  await leave();
}

test.describe.configure({ timeout: 300_000 });

test.beforeAll(async () => {
  test.setTimeout(600_000);
  installation = new Installation(20_000 + ((process.pid + 11) % 20_000));
  installation.start();
  await installation.untilReady(90_000);
  await open();
  await database.query("alter system set shared_preload_libraries = 'pg_stat_statements'");
  await close();
  await installation.restart();
  await installation.untilReady(90_000);
  await installation.command("crowd", "create", String(MERCHANTS));
  await open();
  await database.query("create extension pg_stat_statements");
});

test.afterAll(async () => {
  await close();
  await installation.stop();
});

/** Milliseconds until the first byte of a page comes, the middle of some tries. */
async function firstByteOf(path: string, cookie: string): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < TRIES; n++) {
    const askedAt = performance.now();
    const answer = await fetch(installation.address + path, { headers: { cookie } });
    took.push(performance.now() - askedAt);
    expect(answer.status, path).toBe(200);
    await answer.text();
  }
  return took.toSorted((a, b) => a - b)[(TRIES - 1) / 2]!;
}

const cookieOf = async (request: APIRequestContext) =>
  (await request.storageState()).cookies.map(({ name, value }) => `${name}=${value}`).join("; ");

test(`with ${MERCHANTS} merchants pages begin within ${FIRST_BYTE_MS} ms and no statement takes ${STATEMENT_MS} ms`, async ({
  playwright,
}) => {
  const baseURL = installation.address;
  const request = await playwright.request.newContext({ baseURL });
  await signInByRequest(request, baseURL, "admin@acquirer.demo");
  const cookie = await cookieOf(request);
  for (const path of PAGES) await firstByteOf(path, cookie);
  await database.query("select pg_stat_statements_reset()");
  const slow: string[] = [];
  for (const path of PAGES) {
    const firstByteMs = await firstByteOf(path, cookie);
    console.log(`first byte: ${firstByteMs.toFixed(0).padStart(4)} ms ${path}`);
    if (firstByteMs > FIRST_BYTE_MS) slow.push(`${path}: ${firstByteMs} ms`);
  }
  expect(slow).toEqual([]);
  const { rows } = await database.query<{ ms: number; query: string }>(
    `select mean_exec_time::float8 as ms, query from pg_stat_statements
     where calls > 1 and userid <> current_user::regrole order by 1 desc limit 5`,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { ms, query } of rows) console.log(`${ms.toFixed(1)} ms ${query.slice(0, 80)}`);
  expect(rows.filter(({ ms }) => ms > STATEMENT_MS)).toEqual([]);
});
