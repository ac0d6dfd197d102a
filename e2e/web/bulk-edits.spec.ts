import { type APIRequestContext, type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/expect-accessible";
import { makeKey } from "@/e2e/command-line";
import { importOwnWorld } from "@/e2e/own-world";
import { signInByForm } from "@/e2e/sign-in";

test.describe.configure({ mode: "serial", timeout: 300_000 });

// Merchants of their own for each run, so that no other test meets their limits.
const RUN = String(Date.now()).slice(-5);
const WORLDS = [1, 2, 3].map((n) => ({
  mid: `898210156${RUN}${n}`,
  tid: `B${n}0${RUN}`,
  name: `Poplar Tea ${RUN} ${n}`,
}));
const [FIRST] = WORLDS;

let key = "";

test.beforeAll(async () => {
  for (const { mid, tid, name } of WORLDS) {
    const limit = { terminal_id: tid, window: "per_transaction", max_amount: 5_000_000 } as const;
    await importOwnWorld(mid, [tid], [limit], name);
  }
  key = await makeKey(FIRST!.mid, "checks:run");
});

async function decisionOn(request: APIRequestContext, value: number): Promise<string> {
  const answer = await request.post("/api/v1/checks", {
    headers: { authorization: `Bearer ${key}` },
    data: { terminal_id: FIRST!.tid, amount: { value, currency: "CNY" } },
  });
  return (await answer.json()).decision;
}

async function signedIn(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInByForm(page, email);
  await expect(page).not.toHaveURL(/sign-in/);
  return page;
}

const bar = (page: Page) => page.getByRole("region", { name: "Selected rows" });

async function openList(page: Page): Promise<void> {
  await page.goto(`/merchants?q=${encodeURIComponent(`Poplar Tea ${RUN}`)}`);
  await expect(page.getByRole("checkbox", { name: /^Select Poplar/ })).toHaveCount(3);
}

/** Space on the first row, once the page answers to keys. */
async function selectFirst(page: Page): Promise<void> {
  await expect(async () => {
    const box = page.getByRole("checkbox", { name: `Select ${FIRST!.name}` });
    await page.getByRole("link", { name: FIRST!.name }).focus();
    if (!(await box.isChecked())) await page.keyboard.press("Space");
    await expect(bar(page)).toContainText("1 merchant selected", { timeout: 1_000 });
  }).toPass();
}

test("rows are selected by keyboard, over a span and all that were found", async ({ browser }) => {
  const page = await signedIn(browser, "admin@acquirer.demo");
  await openList(page);
  await expect(page.getByRole("status").filter({ hasText: "Nothing selected" })).toBeAttached();
  await selectFirst(page);
  await page.keyboard.press("Shift+ArrowDown");
  await expect(bar(page)).toContainText("2 merchants selected");
  await expectAccessible(page);
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(bar(page)).toContainText("2 merchants selected");
  await page.keyboard.press("x");
  await expect(bar(page)).toContainText("1 merchant selected");
  await page.getByRole("button", { name: "Select all 3 found" }).click();
  await expect(bar(page)).toContainText("3 merchants selected");
  await page.getByRole("button", { name: "Clear the selection" }).click();
  await expect(bar(page)).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Select the 3 rows of this page" }).last().check();
  await expect(bar(page)).toContainText("3 merchants selected");

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(bar(page)).toBeVisible();
  await expectAccessible(page);
});

test("what is selected stays while pages are turned, until the list is narrowed", async ({
  browser,
}) => {
  const page = await signedIn(browser, "admin@acquirer.demo");
  await page.goto("/merchants");
  await expect(async () => {
    await page.locator("[data-select-row]").first().check();
    await expect(bar(page)).toContainText("1 merchant selected", { timeout: 1_000 });
  }).toPass();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/after=/);
  await page.locator("[data-select-row]").first().check();
  await expect(bar(page)).toContainText("2 merchants selected");
  await page.getByLabel("Status").selectOption("suspended");
  await page.getByRole("button", { name: "Search" }).last().click();
  await expect(page).toHaveURL(/status=suspended/);
  await expect(bar(page)).toHaveCount(0);
});

test("a lower limit applies at once to all, a higher one waits for others", async ({
  browser,
  request,
}) => {
  const page = await signedIn(browser, "admin@acquirer.demo");
  await openList(page);
  await selectFirst(page);
  await page.getByRole("button", { name: "Select all 3 found" }).click();
  await page.getByRole("button", { name: "Change these" }).click();
  await expect(page.getByRole("heading", { name: "Change many at once" })).toBeVisible();
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByText("Write a number from 0 to 1,000")).toBeVisible();
  await page.getByLabel("Window").selectOption("per_transaction");
  await page.getByLabel("Percent of the present value").fill("80");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByText("3 rows apply at once.")).toBeVisible();
  await expect(page.getByText("40,000.00").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Why these limits change").fill("Losses of the season, agreed.");
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("heading", { name: "The change is applied" })).toBeVisible();
  expect(await decisionOn(request, 4_500_000)).toBe("decline");

  await page.reload();
  await page.getByLabel("Window").selectOption("per_transaction");
  await page.getByLabel("Raise by").check();
  await page.getByLabel("Amount", { exact: true }).fill("10000");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByText(/3 go to approval/)).toBeVisible();
  await page.getByLabel("Why these limits change").fill("Wholesale season, agreed with risk.");
  await page.getByRole("button", { name: "Apply and submit for approval" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Apply and submit for approval" }).click();
  await expect(page.getByRole("link", { name: "See the batch request" })).toBeVisible();
  expect(await decisionOn(request, 4_500_000)).toBe("decline");

  await page.goto("/imports");
  const past = page.getByRole("table", { name: "Past imports and changes of many" });
  await expect(past.getByText("Selected rows").first()).toBeVisible();
  const saved = page.waitForEvent("download");
  await past.getByRole("link", { name: "3 rows" }).first().click();
  expect((await saved).suggestedFilename()).toBe("undo-limits.csv");
  await expectAccessible(page);
});

test("a status changes with its reason; a closed merchant is left out", async ({ browser }) => {
  const page = await signedIn(browser, "approver@acquirer.demo");
  await openList(page);
  await selectFirst(page);
  await page.getByRole("button", { name: "Change these" }).click();
  await page.getByLabel("The status").check();
  await page.getByLabel("Status", { exact: true }).selectOption("closed");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByText("Give a reason of at least 5 characters.")).toBeVisible();
  await page.getByLabel("Reason", { exact: true }).fill("The contract has ended.");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Apply" }).click();
  await expect(page.getByRole("heading", { name: "The change is applied" })).toBeVisible();

  await openList(page);
  await selectFirst(page);
  await page.getByRole("button", { name: "Select all 3 found" }).click();
  await page.getByRole("button", { name: "Change these" }).click();
  await page.getByLabel("The status").check();
  await page.getByLabel("Reason", { exact: true }).fill("A site visit is due.");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByText("1 row is at fault")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Leave this row out" }).click();
  await expect(page.getByRole("heading", { name: "1 row is left out" })).toBeVisible();
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("2 rows were applied at once.")).toBeVisible();
});

test("nothing selected says how to, and reviewers neither select nor edit", async ({ browser }) => {
  const admin = await signedIn(browser, "admin@acquirer.demo");
  await admin.goto("/bulk-edits");
  await expect(admin.getByText("Nothing is selected")).toBeVisible();
  await expectAccessible(admin);
  const reviewer = await signedIn(browser, "reviewer@acquirer.demo");
  await reviewer.goto("/merchants");
  await expect(reviewer.getByRole("table")).toBeVisible();
  await expect(reviewer.locator("[data-select-row]")).toHaveCount(0);
  await reviewer.goto("/bulk-edits");
  await expect(reviewer).toHaveURL(/no-permission/);
});
