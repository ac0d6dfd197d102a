import { type APIRequestContext, type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/expect-accessible";
import { makeKey } from "@/e2e/command-line";
import { importOwnWorld } from "@/e2e/own-world";
import { signInByForm } from "@/e2e/sign-in";

test.describe.configure({ mode: "serial", timeout: 300_000 });

// A merchant of its own for each run, so that no other test meets its requests.
const RUN = String(Date.now()).slice(-6);
const MID = `898210154${RUN}`;
const TID = `LR${RUN}`;
const NAME = `Juniper Bakery ${RUN}`;

let key = "";

test.beforeAll(async () => {
  const limit = { terminal_id: TID, window: "per_transaction", max_amount: 5_000_000 } as const;
  await importOwnWorld(MID, [TID], [limit], NAME);
  key = await makeKey(MID, "limit_requests:write,limits:read,checks:run");
});

const as = () => ({ authorization: `Bearer ${key}` });

async function ask(request: APIRequestContext, value: number): Promise<string> {
  const { data } = await (await request.get("/api/v1/limits", { headers: as() })).json();
  const answer = await request.post("/api/v1/limit-requests", {
    headers: { ...as(), "idempotency-key": `review-${value}` },
    data: {
      limit_id: data[0].limit_id,
      requested: { max_amount: { value, currency: "CNY" } },
      justification: "Wholesale customers pay by one card.",
    },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()).id;
}

async function decisionOn(request: APIRequestContext, value: number): Promise<string> {
  const data = { terminal_id: TID, amount: { value, currency: "CNY" } };
  const answer = await request.post("/api/v1/checks", { headers: as(), data });
  return (await answer.json()).decision;
}

async function signedIn(browser: Browser, email: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInByForm(page, email);
  await expect(page).toHaveURL(/\/desk$/);
  return page;
}

test("two officers raise a limit together, and the next check knows", async ({
  browser,
  request,
}) => {
  await ask(request, 6_000_000);
  expect(await decisionOn(request, 5_500_000)).toBe("decline");

  const reviewer = await signedIn(browser, "reviewer@acquirer.demo");
  await reviewer.goto(`/queue?q=${encodeURIComponent(NAME)}`);
  await expectAccessible(reviewer);
  await expect(reviewer.getByRole("link", { name: NAME })).toBeVisible();
  await reviewer.keyboard.press("j");
  await reviewer.keyboard.press("c");
  await expect(reviewer.getByText("Claimed", { exact: true })).toBeVisible();
  await reviewer.getByRole("link", { name: NAME }).focus();
  await reviewer.keyboard.press("o");
  await expect(reviewer.getByRole("heading", { level: 1 })).toContainText(NAME);
  await expectAccessible(reviewer);

  await reviewer.getByRole("button", { name: "Give the first approval" }).click();
  await expect(reviewer.getByText("Say why in a few words")).toBeVisible();
  await reviewer.getByLabel("Your reasoning").fill("Use and history support it.");
  await reviewer.keyboard.press("Control+Enter");
  const dialog = reviewer.getByRole("alertdialog");
  await expect(dialog).toContainText("¥50,000.00");
  await expect(dialog).toContainText("¥60,000.00");
  await dialog.getByRole("button", { name: "Give the first approval" }).click();
  await expect(reviewer.getByText("You have decided about this request.")).toBeVisible();
  expect(await decisionOn(request, 5_500_000)).toBe("decline");

  const approver = await signedIn(browser, "approver@acquirer.demo");
  await approver.goto(`/queue?tab=second&q=${encodeURIComponent(NAME)}`);
  await approver.getByRole("link", { name: NAME }).click();
  await expect(approver.getByText("Use and history support it.")).toBeVisible();
  await approver.getByRole("radio", { name: /^Confirm ¥60,000.00/ }).check();
  await approver.getByLabel("Your reasoning").fill("Agreed.");
  await approver.getByRole("button", { name: "Approve" }).click();
  await approver.getByRole("alertdialog").getByRole("button", { name: "Approve" }).click();
  await expect(
    approver.getByText("This request is no longer waiting for a decision."),
  ).toBeVisible();
  await expectAccessible(approver);
  expect(await decisionOn(request, 5_500_000)).toBe("approve");
});

test("a rejection needs a reason and ends the request", async ({ browser, request }) => {
  const id = await ask(request, 7_000_000);
  const page = await signedIn(browser, "approver2@acquirer.demo");
  await page.goto(`/queue/${MID}/${id}`);
  await page.getByRole("radio", { name: /^Reject/ }).check();
  await page.getByRole("button", { name: "Reject" }).click();
  await expect(page.getByText("Choose a reason", { exact: true }).last()).toBeVisible();
  await page.getByLabel("Reason").selectOption("risk_too_high");
  await page.getByRole("button", { name: "Reject" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Reject" }).click();
  await expect(page.getByText("This request is no longer waiting for a decision.")).toBeVisible();
  const answer = await request.get(`/api/v1/limit-requests/${id}`, { headers: as() });
  expect(await answer.json()).toMatchObject({
    state: "rejected",
    decisions: [{ decision: "reject", reason: "risk_too_high" }],
  });
});

test("two officers grant less than was asked, never more", async ({ browser, request }) => {
  const id = await ask(request, 8_000_000);
  const reviewer = await signedIn(browser, "reviewer@acquirer.demo");
  await reviewer.goto(`/queue/${MID}/${id}`);
  await reviewer.getByRole("radio", { name: /^Approve less/ }).check();
  await reviewer.getByLabel("Maximum").fill("90000");
  await expect(reviewer.getByText("Not more than is asked for")).toBeVisible();
  await reviewer.getByLabel("Maximum").fill("65000");
  await reviewer.getByLabel("Your reasoning").fill("Half of it for now.");
  await reviewer.getByRole("button", { name: "Give the first approval" }).click();
  const dialog = reviewer.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Give the first approval" }).click();
  await expect(reviewer.getByText("You have decided about this request.")).toBeVisible();
  const approver = await signedIn(browser, "approver@acquirer.demo");
  await approver.goto(`/queue/${MID}/${id}`);
  await approver.getByLabel("Your reasoning").fill("Agreed.");
  await approver.getByRole("button", { name: "Approve" }).click();
  await approver.getByRole("alertdialog").getByRole("button", { name: "Approve" }).click();
  await expect(
    approver.getByText("This request is no longer waiting for a decision."),
  ).toBeVisible();
  const answer = await request.get(`/api/v1/limit-requests/${id}`, { headers: as() });
  expect(await answer.json()).toMatchObject({
    ...{ state: "applied", approved: { max_amount: { value: 6_500_000, currency: "CNY" } } },
  });
});

test("a merchant's person has no place in the queue", async ({ page }) => {
  await signInByForm(page, "owner@sunrise.demo");
  await expect(page).toHaveURL(/\/home$/);
  await page.goto("/queue");
  await expect(page).toHaveURL(/\/no-permission$/);
});
