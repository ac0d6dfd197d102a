import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, type APIRequestContext } from "@playwright/test";
import { csvFile, makeKey, mustRun, runCommand } from "@/e2e/command-line";

test.describe.configure({ timeout: 300_000 });

const SUNRISE = "898210154110002";
const MERCHANTS = "merchant_id,legal_name,trading_name,mcc,tier,currency,time_zone,status";
const TERMINALS =
  "merchant_id,terminal_id,store,serial_number,model,app_version,status,entry_modes,currencies";
const LIMITS =
  "merchant_id,terminal_id,window,currency,min_amount,max_amount,max_count,entry_modes," +
  "funding_sources,card_origins,starts_at,ends_at";

const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

async function statusOf(request: APIRequestContext, key: string): Promise<number> {
  const answer = await request.get("/api/v1/response-codes", bearer(key));
  return answer.status();
}

async function check(request: APIRequestContext, key: string, body: object) {
  const answer = await request.post("/api/v1/checks", { ...bearer(key), data: body });
  expect(answer.status()).toBe(200);
  const { decision, reasons } = (await answer.json()) as {
    decision: string;
    reasons: { code: string }[];
  };
  return { decision, codes: reasons.map(({ code }) => code) };
}

test("a key is printed alone, works at once and no more once revoked", async ({ request }) => {
  const { code, stdout } = await runCommand([
    "keys",
    "create",
    "--merchant",
    SUNRISE,
    "--scopes",
    "checks:run,limits:read",
    "--name",
    "Till",
  ]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^hr_live_[0-9A-Za-z]{38}\n$/);
  const key = stdout.trim();
  await expect.poll(() => statusOf(request, key)).toBe(200);
  expect(await mustRun("keys", "revoke", key)).toMatch(/^key_/);
  await expect.poll(() => statusOf(request, key), { timeout: 2_000 }).toBe(401);
});

test("a test key is answered, and rate 0 sets no bound", async ({ request }) => {
  const testKey = await makeKey(SUNRISE, "checks:run", "--test");
  expect(testKey).toMatch(/^hr_test_/);
  expect(await statusOf(request, testKey)).toBe(200);
  const unbound = await makeKey(null, "checks:run", "--rate", "0");
  const answer = await request.get("/api/v1/response-codes", bearer(unbound));
  expect(answer.status()).toBe(200);
  expect(answer.headers()["ratelimit-policy"]).toBeUndefined();
  const bound = await makeKey(null, "checks:run", "--rate", "7");
  const other = await request.get("/api/v1/response-codes", bearer(bound));
  expect(other.headers()["ratelimit-policy"]).toContain("7");
});

const REFUSED: [string, string[], RegExp][] = [
  ["no such command", ["keys", "destroy"], /no command "keys destroy"/],
  ["an unknown scope", ["keys", "create", "--acquirer", "--scopes", "checks:write"], /--scopes/],
  ["no scope", ["keys", "create", "--acquirer"], /--scopes/],
  ["an unknown option", ["keys", "create", "--acquirer", "--scopes", "checks:run", "--x"], /--x/],
  ["nobody's key", ["keys", "create", "--scopes", "checks:run"], /--merchant or --acquirer/],
  [
    "two owners",
    ["keys", "create", "--acquirer", "--merchant", SUNRISE, "--scopes", "checks:run"],
    /--merchant or --acquirer/,
  ],
  [
    "an unknown merchant",
    ["keys", "create", "--merchant", "898210154119999", "--scopes", "checks:run"],
    /no merchant 898210154119999/,
  ],
  [
    "an odd rate",
    ["keys", "create", "--acquirer", "--scopes", "checks:run", "--rate", "1.5"],
    /--rate/,
  ],
  ["an unknown key", ["keys", "revoke", "key_01J9ZC5V8Q4W0M3K7T2XHB6RDN"], /no such key/],
  ["an unknown role", ["users", "create", "--email", "a@b.example", "--role", "boss"], /--role/],
  ["no e-mail", ["users", "create", "--email", "nobody", "--role", "auditor"], /--email/],
  [
    "a merchant's role without a merchant",
    ["users", "create", "--email", "a@b.example", "--role", "merchant_owner"],
    /belongs to a merchant/,
  ],
  [
    "the acquirer's role with a merchant",
    ["users", "create", "--email", "a@b.example", "--role", "auditor", "--merchant", SUNRISE],
    /no merchant/,
  ],
  ["a file that is not there", ["limits", "import", "missing.csv"], /no such file/],
];

for (const [what, words, line] of REFUSED) {
  test(`${what} is refused in one line`, async () => {
    const { code, stdout, stderr } = await runCommand(words);
    expect(code).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toMatch(line);
  });
}

test("a person gets a link that opens the sign-up page", async ({ request }) => {
  const create = ["users", "create", "--email", "New.Owner@sunrise.example", "--role"];
  const link = await mustRun(...create, "merchant_owner", "--merchant", SUNRISE);
  expect(link).toMatch(
    new RegExp(`^http://127\\.0\\.0\\.1:${process.env.E2E_PORT}/sign-up\\?token=[\\w-]{43}$`),
  );
  expect((await request.get(link)).status()).toBe(200);
  expect(await mustRun(...create, "acquirer_reviewer")).not.toBe(link);
});

test("imports take effect at once, again they change nothing", async ({ request }) => {
  const merchantId = "898290058120001";
  const key = await makeKey(null, "checks:run");
  const body = { merchant_id: merchantId, terminal_id: "CLI00001" };
  const charge = (value: number) => ({ ...body, amount: { value, currency: "CNY" } });
  expect((await check(request, key, charge(100))).codes).toEqual(["MERCHANT_NOT_FOUND"]);

  const merchants = csvFile(
    MERCHANTS,
    `${merchantId},北门口腔,"North Gate, Dental",5812,micro,CNY,Asia/Shanghai,active`,
  );
  expect(await mustRun("merchants", "import", merchants)).toBe("1 created, 0 updated, 0 unchanged");
  const terminals = csvFile(
    TERMINALS,
    `${merchantId},CLI00001,Front,SN-CLI-1,A930,4.12.1,deployed,chip;contactless,CNY`,
  );
  expect(await mustRun("terminals", "import", terminals)).toBe("1 created, 0 updated, 0 unchanged");
  expect(await check(request, key, charge(100))).toEqual({
    decision: "approve",
    codes: ["NO_LIMIT_CONFIGURED"],
  });

  const limits = csvFile(
    LIMITS,
    `${merchantId},CLI00001,per_transaction,CNY,,5000,,,,,,`,
    `${merchantId},,daily,CNY,,20000,3,,,,,`,
  );
  expect(await mustRun("limits", "import", limits)).toBe("2 created, 0 updated, 0 unchanged");
  expect(await check(request, key, charge(5_000))).toMatchObject({ decision: "approve" });
  expect((await check(request, key, charge(5_001))).codes).toEqual([
    "PER_TRANSACTION_LIMIT_EXCEEDED",
  ]);
  expect(await mustRun("limits", "import", limits)).toBe("0 created, 0 updated, 2 unchanged");
  expect(await mustRun("merchants", "import", merchants)).toBe("0 created, 0 updated, 1 unchanged");

  const raised = csvFile(LIMITS, `${merchantId},CLI00001,per_transaction,CNY,,6000,,,,,,`);
  expect(await mustRun("limits", "import", raised)).toBe("0 created, 1 updated, 0 unchanged");
  expect(await check(request, key, charge(6_000))).toMatchObject({ decision: "approve" });
});

test("a file with faults changes nothing and every bad row is told with its line", async ({
  request,
}) => {
  const key = await makeKey(null, "checks:run");
  const file = csvFile(
    TERMINALS,
    `${SUNRISE},CLI00002,,,,,deployed,chip,CNY`,
    `${SUNRISE},CLI00003,,,,,lent,chip,CNY`,
    `898210154119999,CLI00004,,,,,deployed,chip,CNY`,
    `${SUNRISE},00018650,,,,,deployed,chip,CNY`,
    `${SUNRISE},CLI00002,,,,,deployed,chip,CNY`,
    `${SUNRISE},CLI00005,Pay by 4111 1111 1111 1111,,,,deployed,chip,CNY`,
  );
  const { code, stdout, stderr } = await runCommand(["terminals", "import", file]);
  expect(code).not.toBe(0);
  expect(stdout).toBe("");
  expect(stderr.match(/^line \d+/gm)).toEqual(["line 3", "line 4", "line 5", "line 6", "line 7"]);
  expect(stderr).not.toContain("4111");
  const body = { merchant_id: SUNRISE, terminal_id: "CLI00002" };
  const { codes } = await check(request, key, { ...body, amount: { value: 1, currency: "CNY" } });
  expect(codes).toEqual(["TERMINAL_NOT_FOUND"]);
});

test("the doctor finds nothing wrong here, and there is nothing to migrate", async () => {
  expect(await mustRun("doctor")).toContain("migrations applied");
  expect(await mustRun("migrate")).toBe("up to date");
});

test("everything works without a server, and leaves no database running", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "headroom-cli-"));
  const alone = { HEADROOM_DATA_DIR: folder };
  const keys = await Promise.all(
    [1, 2].map(() => runCommand(["keys", "create", "--acquirer", "--scopes", "checks:run"], alone)),
  );
  for (const { code, stdout } of keys) {
    expect(code).toBe(0);
    expect(stdout).toMatch(/^hr_live_/);
  }
  const [first] = keys;
  const revoked = await runCommand(["keys", "revoke", first?.stdout.trim() ?? ""], alone);
  expect(revoked.code).toBe(0);
  expect(existsSync(path.join(folder, "postgres", "postmaster.pid"))).toBe(false);
});
