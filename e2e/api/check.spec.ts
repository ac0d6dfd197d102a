import { execFileSync } from "node:child_process";
import { expect, test } from "@playwright/test";

const cli = (...args: string[]) =>
  execFileSync(process.execPath, ["scripts/setup.mjs", "cli", ...args], {
    encoding: "utf8",
    env: { ...process.env, HEADROOM_DATA_DIR: process.env.E2E_DATA_DIR },
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();

const SUNRISE = "898210154110002";
let key = "";

test.beforeAll(() => {
  key = cli("keys", "create", "--merchant", SUNRISE, "--scopes", "checks:run");
});

const charge = (value: number) => ({
  terminal_id: "00018644",
  amount: { value, currency: "CNY" },
});

test("a charge at the limit passes and one above it is declined with the way out", async ({
  request,
}) => {
  const headers = { authorization: `Bearer ${key}` };
  const at = await request.post("/api/v1/checks", { headers, data: charge(5_000_000) });
  expect(at.status()).toBe(200);
  expect(await at.json()).toMatchObject({ decision: "approve", reasons: [] });
  const above = await request.post("/api/v1/checks", { headers, data: charge(5_200_000) });
  expect(await above.json()).toMatchObject({
    decision: "decline",
    code_21: { risk: "high", basis: "rule" },
    reasons: [{ code: "PER_TRANSACTION_LIMIT_EXCEEDED", scope: "terminal" }],
    headroom: { amount: { value: 5_000_000, currency: "CNY" } },
  });
});

test("nobody is answered without a key", async ({ request }) => {
  const answer = await request.post("/api/v1/checks", { data: charge(1) });
  expect(answer.status()).toBe(401);
  expect(answer.headers()["content-type"]).toContain("application/problem+json");
});

test("another merchant is not found", async ({ request }) => {
  const headers = { authorization: `Bearer ${key}` };
  const data = { ...charge(1), merchant_id: "898210154110003" };
  expect((await request.post("/api/v1/checks", { headers, data })).status()).toBe(404);
});
