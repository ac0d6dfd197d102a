import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, type Request, test } from "@playwright/test";
import { makeKey } from "@/e2e/command-line";
import { formatApiKey } from "@/lib/domain/access/api-key-format";
import { SUNRISE } from "@/prisma/seed/demo-people";

const bytes = (seed: number) => Array.from({ length: 64 }, (_, n) => (n * 7 + seed) % 240);
const UNKNOWN_TEST_KEY = formatApiKey("test", bytes(1));
const LIVE_KEY = formatApiKey("live", bytes(2));

const apiRequests = (page: Page): Request[] => {
  const sent: Request[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/api/v1/")) sent.push(request);
  });
  return sent;
};

const article = (page: Page, id: string) => page.locator(`article#${id}`);

async function open(page: Page, id: string, words = "Try it") {
  await page.goto(`/developers#${id}`);
  const form = article(page, id).locator("form");
  await expect(async () => {
    if (!(await form.isVisible()))
      await article(page, id).getByText(words, { exact: true }).click();
    await expect(form).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return form;
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include("article:has(form)").analyze();
  expect(violations).toEqual([]);
}

for (const [locale, words] of Object.entries({
  en: { open: "Try it", key: "Test key", send: "Send", live: /This is a live key/ },
  "zh-CN": { open: "在线试用", key: "测试密钥", send: "发送", live: /这是正式密钥/ },
})) {
  test.describe(locale, () => {
    test.use({ locale });

    test("a live key is refused before anything is sent, and kept nowhere", async ({ page }) => {
      const sent = apiRequests(page);
      const form = await open(page, "runCheck", words.open);
      await form.getByLabel(words.key, { exact: true }).fill(LIVE_KEY);
      await expect(form).toContainText(words.live);
      await form.getByRole("button", { name: words.send, exact: true }).click();
      await expect(form.getByLabel(words.key, { exact: true })).toBeFocused();
      await expectAccessible(page);
      expect(sent).toEqual([]);
      expect(
        await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage })),
      ).not.toContain("hr_live_");
    });
  });
}

test.describe("in English", () => {
  test.use({ locale: "en" });

  test("a test key nobody made is told as such, by keyboard alone", async ({ page }) => {
    const sent = apiRequests(page);
    const form = await open(page, "runCheck");
    const key = form.getByLabel("Test key", { exact: true });
    await expect(key).toHaveAttribute("type", "password");
    await key.fill(UNKNOWN_TEST_KEY);
    await form.getByLabel("Body").press("Control+Enter");
    await expect(article(page, "runCheck").getByRole("status")).toContainText(
      /Answered 401 in \d+ ms/,
    );
    await expect(article(page, "runCheck")).toContainText("The key is not known here");
    await expect(article(page, "runCheck")).toContainText("X-Request-Id");
    const headers = await sent[0]!.allHeaders();
    expect(headers["authorization"]).toBe(`Bearer ${UNKNOWN_TEST_KEY}`);
    expect(headers["cookie"]).toBeUndefined();
    await expectAccessible(page);
    // The key stays for this tab, for all operations.
    const other = await open(page, "listTerminals");
    await expect(other.getByLabel("Test key", { exact: true })).toHaveValue(UNKNOWN_TEST_KEY);
    await other.getByRole("button", { name: "Show the key" }).click();
    await expect(other.getByLabel("Test key", { exact: true })).toHaveAttribute("type", "text");
  });

  test("each request has an Idempotency-Key of its own, and the answer is laid out", async ({
    page,
  }) => {
    const sent = apiRequests(page);
    await page.route("**/api/v1/reservations", (route) =>
      route.fulfill({
        status: 201,
        headers: { "content-type": "application/json", "x-request-id": "req_stub" },
        body: '{"id":"rsv_1","amount":{"value":100,"currency":"CNY"}}',
      }),
    );
    const form = await open(page, "reserve");
    await form.getByLabel("Test key", { exact: true }).fill(UNKNOWN_TEST_KEY);
    const answer = article(page, "reserve");
    for (const turn of [0, 1]) {
      await form.getByRole("button", { name: "Send", exact: true }).click();
      await expect.poll(() => sent.length).toBe(turn + 1);
      await expect(answer.getByRole("status")).toContainText("Answered 201");
      const once = sent[turn]!.headers()["idempotency-key"] ?? "";
      expect(once).toMatch(/^[0-9a-f]{32}$/);
      await expect(answer).toContainText(once);
    }
    const keys = sent.map((request) => request.headers()["idempotency-key"]);
    expect(new Set(keys).size).toBe(2);
    await expect(answer.locator("pre").last()).toHaveText(/\{\n {2}"id": "rsv_1",/);
    await expect(answer).toContainText("req_stub");
  });

  test("what is typed stands in the code, and what cannot be sent is not", async ({ page }) => {
    const sent = apiRequests(page);
    const form = await open(page, "getCheck");
    await form.getByLabel("Test key", { exact: true }).fill(UNKNOWN_TEST_KEY);
    const id = form.getByLabel(/^id/);
    await id.fill("chk_of mine");
    await expect(article(page, "getCheck").locator("pre").first()).toContainText(
      "/checks/chk_of%20mine",
    );
    await id.fill("");
    await form.getByRole("button", { name: "Send", exact: true }).click();
    await expect(form).toContainText("The address needs this.");
    await expect(id).toBeFocused();
    const check = await open(page, "runCheck");
    await check.getByLabel("Body").fill('{"amount":');
    await check.getByRole("button", { name: "Send", exact: true }).click();
    await expect(check).toContainText("This is not JSON yet");
    expect(sent).toEqual([]);
  });

  test("a test key is answered", async ({ page }) => {
    const key = await makeKey(SUNRISE, "checks:run,terminals:read", "--test");
    const form = await open(page, "runCheck");
    await form.getByLabel("Test key", { exact: true }).fill(key);
    await form.getByRole("button", { name: "Send", exact: true }).click();
    const answer = article(page, "runCheck");
    await expect(answer.getByRole("status")).toContainText(/Answered 20\d/);
    await expect(answer.locator("pre").last()).toContainText('"decision"');
  });
});
