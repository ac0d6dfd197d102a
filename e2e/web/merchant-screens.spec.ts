import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/expect-accessible";
import { makeKey, mustRun } from "@/e2e/command-line";
import { cny, importOwnWorld } from "@/e2e/own-world";
import { signInByForm } from "@/e2e/sign-in";

test.describe.configure({ mode: "serial", timeout: 180_000 });

// A merchant of its own for each run, so that no other test meets its people and requests.
const RUN = String(Date.now()).slice(-6);
const MID = `898210155${RUN}`;
const TIDS = [`MA${RUN}`, `MB${RUN}`] as const;
const OWNER = `owner-${RUN}@maple.test`;
const STAFF = `staff-${RUN}@maple.test`;
const PASSWORD = "lantern over water";

let key = "";

async function signUp(page: Page, url: string, name: string): Promise<void> {
  const { pathname, search } = new URL(url);
  await page.goto(pathname + search);
  await page.locator("input[name=name]").fill(name);
  await page.locator("input[type=password]").first().fill(PASSWORD);
  await page.locator("button[type=submit]").click();
  await page.locator("main a[href='/sign-in']").waitFor();
}

const newPage = async (browser: Browser, locale: string) =>
  (await browser.newContext({ locale })).newPage();

async function enter(page: Page, email: string, path: string): Promise<Page> {
  await signInByForm(page, email, PASSWORD);
  await page.waitForURL(/\/home$/);
  await page.goto(path);
  return page;
}

const asOwner = async (browser: Browser, locale: string, path: string): Promise<Page> =>
  enter(await newPage(browser, locale), OWNER, path);

test.beforeAll(async ({ browser }) => {
  const limits = [
    { terminal_id: TIDS[0], window: "per_transaction", max_amount: 5_000_000 },
  ] as const;
  await importOwnWorld(MID, TIDS, limits, `Maple Tea ${RUN}`);
  key = await makeKey(MID, "checks:run,limits:read");
  const made = ["users", "create", "--email", OWNER, "--role", "merchant_owner", "--merchant", MID];
  await signUp(await newPage(browser, "en"), await mustRun(...made), "Maple Owner");
});

for (const [locale, words] of Object.entries({
  en: {
    title: "Compliance",
    fine: "Your papers are in order",
    history: /History of Settlement/,
  },
  "zh-CN": { title: "合规", fine: "资料齐全有效", history: /结算的历史记录/ },
})) {
  test(`an owner sees at once that papers are fine (${locale})`, async ({ browser }) => {
    const page = await asOwner(browser, locale, "/compliance");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.title);
    await expect(page.getByRole("status").filter({ hasText: words.fine })).toBeVisible();
    await page.locator("summary").filter({ hasText: words.history }).click();
    await expectAccessible(page);
  });
}

for (const [locale, words] of Object.entries({
  en: { check: "Check 3 charges", summary: "2 would pass, 1 refused", copy: "Copy as a table" },
  "zh-CN": { check: "预检 3 笔", summary: "2 笔可以通过，1 笔会被拒绝", copy: "复制为表格" },
})) {
  test(`several charges are pasted, seen, checked and taken back (${locale})`, async ({
    browser,
  }) => {
    const page = await asOwner(browser, locale, "/check/many");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const pasted = `１，２３４５．６\n${TIDS[0]}\t52000\n${TIDS[1]}\t1,234.50\tchip\nnothing\n${TIDS[0]}\t4111111111111111`;
    await page.getByRole("textbox").fill(pasted);
    await expect(page.getByRole("row")).toHaveCount(6);
    await expect(page.getByRole("table")).not.toContainText("4111");
    await page.getByRole("button", { name: words.check }).click();
    await expect(page.getByRole("status").filter({ hasText: words.summary })).toBeVisible();
    const decisions = page.locator("[data-decision]");
    await expect(decisions).toHaveCount(3);
    await expect(decisions.nth(1)).toHaveAttribute("data-decision", "decline");
    await expectAccessible(page);
    await page.getByRole("button", { name: words.copy }).click();
    const table = await page.evaluate(() => navigator.clipboard.readText());
    const lines = table.split("\n").map((line) => line.split("\t"));
    expect(lines).toHaveLength(6);
    expect(lines.map(([, , amount]) => amount).slice(1)).toEqual([
      ...["12345.60", "52000.00", "1234.50", "", ""],
    ]);
    expect(table).not.toContain("4111");
  });
}

test("a person chooses what they are told, and it is kept", async ({ browser }) => {
  const page = await asOwner(browser, "en", "/notifications/preferences");
  const eighty = page.getByRole("checkbox", { name: "80 % used" });
  await eighty.uncheck();
  await page.getByRole("checkbox", { name: /somebody else withdraws/ }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. It counts from now on.")).toBeVisible();
  await page.reload();
  await expect(eighty).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: "90 % used" })).toBeChecked();
  await expect(page.getByText("The merchant's status was changed")).toBeVisible();
  await expectAccessible(page);
});

test("an owner invites, changes a role, deactivates; the colleague is out at once", async ({
  browser,
}) => {
  const page = await asOwner(browser, "en", "/team");
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByLabel("E-mail").fill(OWNER);
  await page.getByRole("button", { name: "Make the sign-up link" }).click();
  await expect(page.getByText("This person can sign in already.")).toBeVisible();
  await page.getByLabel("E-mail").fill(STAFF);
  await page.getByRole("button", { name: "Make the sign-up link" }).click();
  const link = await page.getByLabel("Sign-up link", { exact: true }).inputValue();
  await page.getByRole("dialog").getByRole("button", { name: "Dismiss" }).click();

  const colleague = await newPage(browser, "en");
  await signUp(colleague, link, "Maple Staff");
  await enter(colleague, STAFF, "/team");
  await expect(colleague).toHaveURL(/no-permission/);

  await page.reload();
  const change = async (entry: string) => {
    await page.getByRole("button", { name: "Change Maple Staff" }).click();
    await page.getByRole("menuitem", { name: entry }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: entry }).click();
  };
  await change("Make owner");
  await expect(page.getByText("Maple Staff is now: Owner")).toBeVisible();
  await colleague.goto("/team");
  await expect(colleague.getByRole("heading", { level: 1 })).toHaveText("Team");

  await change("Deactivate");
  await expect(page.getByText("deactivated and signed out everywhere")).toBeVisible();
  await colleague.goto("/home");
  await expect(colleague).toHaveURL(/sign-in/);
  await expectAccessible(page);
});

test("a person's clock is told everywhere and remembered", async ({ browser }) => {
  const page = await asOwner(browser, "en", "/account");
  const since = page.getByRole("cell").filter({ hasText: /\d:\d\d/ });
  await expect(since.first()).not.toContainText(/[ap]m/);
  await page.getByLabel("Time of day").selectOption("h12");
  await expect(since.first()).toContainText(/\d{1,2}:\d\d\s[ap]m/);
  const elsewhere = await asOwner(browser, "zh-CN", "/account");
  await expect(elsewhere.getByLabel("时间格式")).toHaveValue("h12");
});

test("the last requests of a key can be looked at and asked again", async ({
  browser,
  request,
}) => {
  const headers = { authorization: `Bearer ${key}` };
  const data = { terminal_id: TIDS[0], amount: cny(5_200_000) };
  const answer = await request.post("/api/v1/checks", { headers, data });
  const { id } = (await answer.json()) as { id: string };
  await request.get("/api/v1/limits?limit=nonsense", { headers });
  const page = await asOwner(browser, "en", "/developers/requests");
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("row")).toHaveCount(3, { timeout: 500 });
  }).toPass();
  const check = page.getByRole("row").filter({ hasText: "POST" });
  await expect(check).toContainText("Would be refused");
  await check.locator("summary").click();
  await expect(check).toContainText(id);
  await expect(check.getByRole("group", { name: /HEADROOM_KEY/ })).toContainText(
    `"terminal_id":"${TIDS[0]}"`,
  );
  await expect(page.getByText(key)).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole("link", { name: /Refused/ }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
});

for (const [locale, words] of Object.entries({
  en: {
    none: "No test data",
    banner: "Nothing here is real",
    sale: "Sale, code 00",
    declined: "Would be refused",
    clear: "Clear test data",
    confirm: "Clear it",
    done: "The test data is cleared.",
  },
  "zh-CN": {
    none: "暂无测试数据",
    banner: "本页内容均非真实业务",
    sale: "消费，响应码 00",
    declined: "会被拒绝",
    clear: "清除测试数据",
    confirm: "清除",
    done: "测试数据已清除。",
  },
})) {
  test(`a test key charges apart, seen under a banner and cleared (${locale})`, async ({
    browser,
    request,
  }) => {
    const testKey = await makeKey(MID, "checks:run,limits:read,transactions:write", "--test");
    const page = await asOwner(browser, locale, "/developers/test");
    await expect(page.getByText(words.none)).toBeVisible();
    await expect(page.getByRole("note").filter({ hasText: words.banner })).toBeVisible();
    const headers = { authorization: `Bearer ${testKey}` };
    const charge = { terminal_id: TIDS[1], amount: cny(123_456) };
    const occurred_at = new Date().toISOString();
    const sale = { ...charge, external_id: "T1", response_code: "00", occurred_at };
    await request.post("/api/v1/transactions", { headers, data: sale });
    const refused = { terminal_id: TIDS[0], amount: cny(6_000_000) };
    await request.post("/api/v1/checks", { headers, data: refused });
    await expect(async () => {
      await page.reload();
      await expect(page.locator("main tbody tr")).toHaveCount(2, { timeout: 1_000 });
    }).toPass();
    const row = (text: string) => page.getByRole("row").filter({ hasText: text });
    await expect(row(words.sale)).toContainText("1,234.56");
    await expect(row(words.declined)).toContainText("60,000.00");
    await expectAccessible(page);
    const live = await request.get(`/api/v1/transactions?terminal_id=${TIDS[1]}`, {
      headers: { authorization: `Bearer ${await makeKey(MID, "transactions:write")}` },
    });
    expect((await live.json()).data).toEqual([]);
    await page.getByRole("button", { name: words.clear }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: words.confirm }).click();
    await expect(page.getByText(words.done)).toBeVisible();
    await expect(page.getByText(words.none)).toBeVisible();
  });
}

test("what was typed into a limit request survives a reload, and is gone once sent", async ({
  browser,
  request,
}) => {
  const headers = { authorization: `Bearer ${key}` };
  const { data } = await (await request.get("/api/v1/limits", { headers })).json();
  const path = `/limit-requests/new?limit=${data[0].limit_id}`;
  const page = await asOwner(browser, "en", path);
  const maximum = page.getByLabel("Maximum", { exact: true });
  await maximum.fill("61,000.00");
  await page.getByLabel("Why you need it").fill("Wholesale customers pay by one card.");
  await page.reload();
  await expect(maximum).toHaveValue("61,000.00");
  await expect(page.getByLabel("Why you need it")).toHaveValue(/Wholesale customers/);
  await page.getByRole("button", { name: "Send the request" }).click();
  await page.waitForURL(/\/limit-requests\/lrq_/);
  const kept = await page.evaluate(() => Object.keys(sessionStorage));
  expect(kept.filter((name) => name.startsWith("limit-request"))).toEqual([]);
});
