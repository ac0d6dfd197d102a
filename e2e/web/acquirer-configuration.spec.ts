import { expect, test } from "@playwright/test";
import { openDemoDatabase } from "@/e2e/demo-database";
import { signInByForm } from "@/e2e/sign-in";

test.describe.configure({ mode: "serial" });

test("a cut-over is proposed by one admin and takes effect when another confirms it", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInByForm(page, "admin@acquirer.demo");
  await page.goto("/settings");
  await page.getByRole("button", { name: "Change: Business day" }).click();
  await page.getByLabel("Cut-over time").fill("04:00");
  await page.getByRole("button", { name: "See what changes" }).click();
  await expect(page.getByText(/running business day still ends/)).toBeVisible();
  await page.getByRole("button", { name: "Propose the change" }).click();
  await expect(page.getByRole("button", { name: "Take back: Business day" })).toBeVisible();
  await expect(page.getByText("Begins at 00:00", { exact: false }).last()).toBeVisible();
  await expect(page.getByRole("button", { name: "Confirm: Business day" })).toHaveCount(0);

  const other = await (await browser.newContext({ baseURL, locale: "zh-CN" })).newPage();
  await signInByForm(other, "admin2@acquirer.demo");
  await other.goto("/settings");
  await other.getByRole("button", { name: /^(Confirm: Business day|确认：营业日)$/ }).click();
  await other
    .getByRole("alertdialog")
    .getByRole("button", { name: /^(Confirm|确认)$/ })
    .click();
  await expect(other.getByText(/^(Begins at 04:00|04:00 日切)/).first()).toBeVisible();

  const database = await openDemoDatabase();
  await database.client.query("update acquirer_settings set cut_over_time = '00:00'");
  await database.close();
});

test("maintenance is announced with what it does to checks, and cancelled", async ({ page }) => {
  await signInByForm(page, "approver@acquirer.demo");
  await page.goto("/maintenance");
  await page.getByRole("button", { name: "Announce maintenance" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("This is needed.").first()).toBeVisible();
  await page.getByLabel("Checks decline").check();
  await page.getByLabel("From", { exact: true }).fill("2035-01-13T02:00");
  await page.getByLabel("Until", { exact: true }).fill("2035-01-13T01:00");
  await page.getByLabel("What is done, in Chinese").fill("更换核心路由器");
  await page.getByLabel("What is done, in English").fill("Core router replaced");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("The end must come after the start.")).toBeVisible();
  await page.getByLabel("Until", { exact: true }).fill("2035-01-13T04:00");
  await page.getByRole("button", { name: "Continue" }).click();
  const ask = page.getByRole("alertdialog");
  await expect(ask.getByText(/every check of every merchant declines/)).toBeVisible();
  await ask.getByRole("button", { name: "Announce maintenance" }).click();
  await page.getByRole("button", { name: "Cancel “Core router replaced”" }).click();
  await page.getByRole("button", { name: "Cancel the window" }).click();
  await expect(page.getByRole("row", { name: /Core router replaced/ })).toContainText("Cancelled");
});

test("a key is shown once, listed by its hint and revoked", async ({ page }) => {
  await signInByForm(page, "admin@acquirer.demo");
  await page.goto("/keys");
  await page.getByRole("button", { name: "Create a key" }).click();
  await page.getByRole("button", { name: "Create the key" }).click();
  await expect(page.getByText("Choose at least one thing it may do.")).toBeVisible();
  await page.getByLabel("Name").fill("Risk desk");
  await page.getByLabel("run checks").check();
  await page.getByRole("button", { name: "Create the key" }).click();
  const key = await page.getByLabel("API key", { exact: true }).inputValue();
  expect(key).toMatch(/^hr_live_/);
  await page.getByRole("button", { name: "I have stored it" }).click();
  const row = page.getByRole("row", { name: /Risk desk/ });
  await expect(row).toContainText(key.slice(0, 12));
  expect(await page.content()).not.toContain(key);
  await row.getByRole("button", { name: "Revoke the key Risk desk" }).click();
  await page.getByRole("button", { name: "Revoke it" }).click();
  await expect(row).toContainText("Revoked");
});

test("a role is proposed by one and declined by another", async ({ page, browser, baseURL }) => {
  const auditor = "Noor Aziz";
  await signInByForm(page, "admin@acquirer.demo");
  await page.goto("/people");
  await expect(page.getByRole("table", { name: "Administration" })).toContainText(
    "Confirm proposed",
  );
  await page.getByRole("button", { name: `Change: Roles of ${auditor}` }).click();
  await page.getByRole("dialog").getByLabel("Reviewer").check();
  await page.getByRole("button", { name: "See what changes" }).click();
  await page.getByRole("button", { name: "Propose the change" }).click();
  await expect(page.getByText("Proposed by you")).toBeVisible();

  const other = await (await browser.newContext({ baseURL })).newPage();
  await signInByForm(other, "approver2@acquirer.demo");
  await other.goto("/people");
  await other.getByRole("button", { name: `Decline: Roles of ${auditor}` }).click();
  await other.getByRole("alertdialog").getByRole("button", { name: "Decline" }).click();
  await expect(other.getByRole("button", { name: `Decline: Roles of ${auditor}` })).toHaveCount(0);
});

test("a template line that allows more waits for a second person, one that allows less does not", async ({
  page,
}) => {
  await signInByForm(page, "admin@acquirer.demo");
  await page.goto("/limit-templates");
  const change = page.getByRole("button", {
    name: "Change: Limit template Micro · Card · Daily · CNY",
  });
  await change.click();
  await page.getByLabel("Amount, CNY").fill("20000");
  await page.getByRole("button", { name: "See what changes" }).click();
  await page.getByRole("button", { name: "Apply now" }).click();
  await expect(page.getByRole("row", { name: /^Card Daily .*¥20,000\.00/ })).toBeVisible();
  await change.click();
  await page.getByLabel("Amount, CNY").fill("50000");
  await page.getByRole("button", { name: "See what changes" }).click();
  await page.getByRole("button", { name: "Propose the change" }).click();
  await page.getByRole("button", { name: /^Take back: Limit template Micro/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("Waiting for a second person")).toHaveCount(0);
});
