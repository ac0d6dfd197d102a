import { expect, type Page, type Route, test } from "@playwright/test";
import { openDemoDatabase } from "@/e2e/demo-database";
import { expectAccessible } from "@/e2e/expect-accessible";
import { addPeople, enterAs } from "@/e2e/own-people";
import { importOwnWorld } from "@/e2e/own-world";
import { DEMO_PASSWORD } from "@/e2e/sign-in";

test.describe.configure({ mode: "serial", timeout: 300_000 });

// A merchant of its own for each run, so that no other test meets its limits.
const RUN = String(Date.now()).slice(-5);
const MID = `8982101574${RUN}`;
const TIDS = [1, 2, 3].map((n) => `F${n}0${RUN}`);
const [FIRST = "", SECOND = "", THIRD = ""] = TIDS;
const OWNER = `festival-owner-${RUN}@example.test`;
const STAFF = `festival-staff-${RUN}@example.test`;

test.beforeAll(async () => {
  const limits = TIDS.map((terminal_id) => ({
    ...{ terminal_id, window: "daily" as const, max_amount: 5_000_000 },
  }));
  await importOwnWorld(MID, TIDS, limits, `Festival Tea ${RUN}`);
  await addPeople(MID, [
    { email: OWNER, name: "Festival Owner", role: "merchant_owner" },
    { email: STAFF, name: "Festival Staff", role: "merchant_staff" },
  ]);
});

const row = (page: Page, tid: string) =>
  page.locator("main [data-row]").filter({ hasText: tid }).first();

/** As if the owner had signed in a while ago. */
async function letPasswordAge(): Promise<void> {
  const { client, close } = await openDemoDatabase();
  await client.query(
    "update sessions set password_confirmed_at = now() - interval '1 hour' where user_id = $1",
    [`usr_${OWNER}`],
  );
  await close();
}

/** Space on the first limit, Shift and the arrow down to the third. */
async function selectByKeyboard(page: Page, bar: string, said: string): Promise<void> {
  await page.goto("/limits");
  const link = row(page, FIRST).locator("[data-row-link]");
  const box = row(page, FIRST).locator("[data-select-row]");
  await expect(async () => {
    await link.focus();
    if (!(await box.isChecked())) await page.keyboard.press("Space");
    await expect(page.getByRole("region", { name: bar })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByRole("region", { name: bar })).toContainText(said);
}

test("an owner asks for more on three limits; the one already asked about is left out", async ({
  browser,
}) => {
  const page = await enterAs(browser, OWNER, "en");
  await page.goto("/limits");
  await row(page, SECOND).getByRole("link", { name: "Ask for a change" }).click();
  await page.getByLabel("Maximum", { exact: true }).fill("80000");
  await page.getByLabel("Why you need it").fill("A wedding on Saturday.");
  await page.getByRole("button", { name: "Send the request" }).click();
  await page.waitForURL(/limit-requests\/lrq_/);

  await selectByKeyboard(page, "Selected rows", "3 limits selected");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ask for a change" }).press("Enter");
  await page.waitForURL(/limit-requests\/new\/several/);
  await expect(page.getByText("3 limits selected.")).toBeVisible();
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByText("Write a number from 0 to 1,000")).toBeVisible();
  await expect(page.getByText("Say why in at least 10 characters")).toBeVisible();
  await page.getByLabel("Percent of the present value").fill("120");
  await page.getByLabel("Why you need it").fill("Spring festival, twice as many guests.");
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByLabel("Percent of the present value")).toHaveValue("120");
  await expect(page.getByLabel("Why you need it")).toHaveValue(/Spring festival/);
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByText("2 need one decision each. 1 is left out.")).toBeVisible();
  await expect(row(page, FIRST)).toContainText("60,000.00");
  await expect(row(page, FIRST)).toContainText("Needs one decision");
  await expect(row(page, SECOND)).toContainText("a request for this limit is open");
  await expectAccessible(page);

  await letPasswordAge();
  await page.getByRole("button", { name: "Send 2 requests" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("Each limit has a request of its own");
  await dialog.getByRole("button", { name: "Send 2 requests" }).click();
  const asked = page.getByRole("dialog", { name: "Your password, please" });
  await asked.getByLabel("Password").fill(DEMO_PASSWORD);
  await asked.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("2 requests were sent.")).toBeVisible();
  await expect(row(page, FIRST)).toContainText("Submitted");
  await expect(row(page, THIRD)).toContainText("Submitted");
  await expectAccessible(page);

  await page.getByRole("link", { name: "To the limit requests" }).click();
  const list = page.getByRole("table", { name: "Limit requests" });
  for (const tid of TIDS) await expect(list).toContainText(tid);
  await expect(list.getByText("60,000.00")).toHaveCount(2);

  await page.goto("/limit-requests/new/several");
  await expect(page.getByLabel("Percent of the present value")).toHaveValue("");
  await page.getByLabel("Percent of the present value").fill("150");
  await page.getByLabel("Why you need it").fill("Even more guests than thought.");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByText("Nothing can be sent. 3 are left out.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Send/ })).toHaveCount(0);
});

test("调低立即生效，预览后有变化的不会提交", async ({ browser }) => {
  const page = await enterAs(browser, OWNER, "zh-CN");
  for (let open = 3; open > 0; open -= 1) {
    await page.goto("/limit-requests?state=submitted");
    await page.getByRole("table").locator("[data-row-link]").first().click();
    await page.getByRole("button", { name: "撤回" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "撤回" }).click();
    await expect(page.getByText("已撤回").first()).toBeVisible();
  }

  await selectByKeyboard(page, "所选的行", "已选 3 条限额");
  await page.getByRole("button", { name: "申请调整" }).click();
  await page.getByRole("radio", { name: /^调低/ }).check();
  await page.getByLabel("金额", { exact: true }).fill("10000");
  await expect(page.getByText("壹万元整")).toBeVisible();
  await page.getByLabel("申请理由").fill("节后客流减少，恢复到平时的水平。");
  await page.getByRole("button", { name: "预览修改" }).click();
  await expect(page.getByText("3 条立即调低。").first()).toBeVisible();
  await expect(page.getByText("之后如需调高，须经收单机构审批").first()).toBeVisible();
  await expectAccessible(page);

  const other = await page.context().newPage();
  await other.goto("/limits");
  await row(other, SECOND).getByRole("link", { name: "申请调整" }).click();
  await other.getByLabel("最高金额", { exact: true }).fill("30000");
  await other.getByLabel("申请理由").fill("这台终端不再收取大额款项。");
  await other.getByRole("button", { name: "调低限额" }).click();
  await other.getByRole("alertdialog").getByRole("button", { name: "调低限额" }).click();
  await other.waitForURL(/limit-requests\/lrq_/);

  await page.getByRole("button", { name: "提交 3 份申请" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "提交 3 份申请" }).click();
  await expect(page.getByText("2 条限额已调低。1 条被拒绝。")).toBeVisible();
  await expect(row(page, FIRST)).toContainText("已生效");
  await expect(row(page, SECOND)).toContainText("预览之后该限额有变化");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.goto("/limits");
  await expect(row(page, FIRST)).toContainText("40,000.00");
  await expect(row(page, SECOND)).toContainText("30,000.00");
});

/** The lowering of the three limits to one value, looked at. */
async function lookAtLowering(page: Page, amount: string): Promise<void> {
  await selectByKeyboard(page, "Selected rows", "3 limits selected");
  await page.getByRole("button", { name: "Ask for a change" }).click();
  await fillLowering(page, amount);
}

async function fillLowering(page: Page, amount: string): Promise<void> {
  await page.getByLabel("The same value for all").check();
  await page.getByLabel("Amount", { exact: true }).fill(amount);
  await page.getByLabel("Why you need it").fill("Smaller charges alone from now on.");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByText("3 limits are lowered at once.").first()).toBeVisible();
}

/** Does something else with the requests that send, told which one it is. */
async function onSend(page: Page, meet: (n: number, route: Route) => Promise<void>) {
  const sent = { count: 0 };
  await page.route("**/limit-requests/new/several", (route) => {
    if (route.request().method() !== "POST") return route.continue();
    sent.count += 1;
    return meet(sent.count, route);
  });
  return sent;
}

test("an answer that is lost in the middle is met again, and nothing is asked twice", async ({
  browser,
}) => {
  const page = await enterAs(browser, OWNER, "en");
  await lookAtLowering(page, "20000");
  let goOn = () => {};
  const waits = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const sent = await onSend(page, async (n, route) => {
    if (n === 3) await waits;
    if (n !== 2) return route.continue();
    await route.fetch();
    return route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "Send 3 requests" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Send 3 requests" }).dblclick();
  await expect(page.getByText("1 limit is lowered. 2 are not sent yet.")).toBeVisible();
  await expect(page.getByText("No connection.").first()).toBeVisible();
  const links = page.getByRole("link", { name: /See the request|Back to the limits/ });
  await expect(links).toHaveCount(2);
  await page.getByRole("button", { name: "Send the other 2" }).click();
  await dialog.getByRole("button", { name: "Send the other 2" }).click();
  await expect(page.getByText("1 of 3 done")).toBeVisible();
  await expect(links).toHaveCount(0);
  goOn();
  await expect(page.getByText("3 limits are lowered.")).toBeVisible();
  expect(sent.count).toBe(4);
  for (const tid of TIDS) await expect(row(page, tid)).toContainText("Applied");

  await page.getByRole("button", { name: "Ask for something else" }).click();
  const selected = page.getByRole("table", { name: "Selected limits" });
  await expect(selected.getByText("20,000.00")).toHaveCount(3);
  await expect(page.getByLabel("Percent of the present value")).toHaveValue("");
  await expect(page.getByLabel("Why you need it")).toHaveValue("");
  await page.goto("/limit-requests");
  const list = page.getByRole("table", { name: "Limit requests" });
  await expect(list.getByText("¥20,000.00", { exact: true })).toHaveCount(3);
});

test("who leaves while it sends finds what was sent, and nothing else is", async ({ browser }) => {
  const page = await enterAs(browser, OWNER, "en");
  await lookAtLowering(page, "15000");
  let goOn = () => {};
  const waits = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const sent = await onSend(page, async (n, route) => {
    if (n === 2) await waits;
    return route.continue();
  });
  await page.getByRole("button", { name: "Send 3 requests" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Send 3 requests" }).click();
  await expect(page.getByText("1 of 3 done")).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Requests" }).first().click();
  await page.waitForURL(/limit-requests$/);
  goOn();
  await expect(async () => {
    await page.reload();
    const list = page.getByRole("table", { name: "Limit requests" });
    const asked = list.getByText("¥15,000.00", { exact: true });
    await expect(asked).toHaveCount(2, { timeout: 2_000 });
  }).toPass();
  expect(sent.count).toBe(2);

  await page.goto("/limit-requests/new/several");
  await expect(page.getByText("3 limits selected.")).toBeVisible();
  await expect(page.getByLabel("Percent of the present value")).toHaveValue("");
  await expect(page.getByLabel("Why you need it")).toHaveValue("");
});

test("a lowering says which raise for a time it ends", async ({ browser }) => {
  const { client, close } = await openDemoDatabase();
  await client.query(
    `with raised as (update limits set version = version + 1
       where merchant_id = $1 and terminal_id = $2 returning limit_id, version)
     insert into limit_versions (merchant_id, limit_id, version, kind, max_amount_minor, starts_at,
       ends_at, origin)
     select $1, limit_id, version, 'temporary', 20000000, now(), now() + interval '9 days', 'operator'
     from raised`,
    [MID, FIRST],
  );
  await close();
  const page = await enterAs(browser, OWNER, "en");
  await lookAtLowering(page, "10000");
  const ends = "This also ends the raise to ¥200,000.00 at once.";
  await expect(row(page, FIRST)).toContainText(ends);
  await expect(page.getByText(ends)).toHaveCount(1);
  await expectAccessible(page);

  const chinese = await enterAs(browser, OWNER, "zh-CN");
  await selectByKeyboard(chinese, "所选的行", "已选 3 条限额");
  await chinese.getByRole("button", { name: "申请调整" }).click();
  await chinese.getByRole("radio", { name: /^统一设为/ }).check();
  await chinese.getByLabel("金额", { exact: true }).fill("10000");
  await chinese.getByLabel("申请理由").fill("节后客流减少，恢复到平时的水平。");
  await chinese.getByRole("button", { name: "预览修改" }).click();
  await expect(row(chinese, FIRST)).toContainText("临时额度 ¥200,000.00 也立即终止。");
});

test("a selection says what became of it, and is nothing at another merchant", async ({
  browser,
}) => {
  const page = await enterAs(browser, OWNER, "en");
  const keep = (merchantId: string) =>
    page.evaluate(
      (selection) => sessionStorage.setItem("headroom.selection", JSON.stringify(selection)),
      { list: "limits", merchantId, query: "", count: 2 },
    );
  await keep(MID);
  await page.goto("/limit-requests/new/several");
  await expect(page.getByText("2 limits were selected, 3 are found now.")).toBeVisible();
  await keep("898210154110001");
  await page.reload();
  await expect(page.getByText("No limit is selected")).toBeVisible();
});

test("staff neither select nor ask, and nothing selected says how to", async ({ browser }) => {
  const staff = await enterAs(browser, STAFF, "en");
  await staff.goto("/limits");
  await expect(row(staff, FIRST)).toBeVisible();
  await expect(staff.locator("[data-select-row]")).toHaveCount(0);
  await staff.goto("/limit-requests/new/several");
  await expect(staff).toHaveURL(/no-permission/);

  const owner = await enterAs(browser, OWNER, "en");
  await owner.goto("/limit-requests/new/several");
  await expect(owner.getByText("No limit is selected")).toBeVisible();
  await expectAccessible(owner);
  await owner.getByRole("link", { name: "To the limits" }).click();
  await expect(owner).toHaveURL(/\/limits$/);
});
