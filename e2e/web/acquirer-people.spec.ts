import { expect, test } from "@playwright/test";
import { openDemoDatabase } from "@/e2e/demo-database";
import { signInByForm } from "@/e2e/sign-in";

const EMAIL = "zhou.min@acquirer.demo";

test("somebody is invited by one admin, confirmed by an approver, and signs up by the link", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInByForm(page, "admin@acquirer.demo");
  await page.goto("/people");
  await page.getByRole("button", { name: "Invite somebody" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Propose the invitation" }).click();
  await expect(dialog.getByText("Enter an e-mail address.")).toBeVisible();
  await expect(dialog.getByText("Give at least one role.")).toBeVisible();
  await dialog.getByLabel("E-mail").fill("owner@sunrise.demo");
  await dialog.getByLabel("Name").fill("Zhou Min");
  await dialog.getByLabel(/^Reviewer/).check();
  await dialog.getByRole("button", { name: "Propose the invitation" }).click();
  await expect(dialog.getByText(/somebody's already/)).toBeVisible();
  await dialog.getByLabel("E-mail").fill(EMAIL);
  await dialog.getByRole("button", { name: "Propose the invitation" }).click();
  const named = `Invitation of ${EMAIL}`;
  await expect(page.getByRole("button", { name: `Take back: ${named}` })).toBeVisible();
  await expect(
    page.getByRole("button", { name: `Confirm the invitation of ${EMAIL}` }),
  ).toHaveCount(0);

  const other = await (await browser.newContext({ baseURL, locale: "en" })).newPage();
  await signInByForm(other, "approver@acquirer.demo");
  await other.goto("/desk");
  await expect(
    other
      .getByRole("navigation")
      .getByText(/waits? for you/)
      .first(),
  ).toBeAttached();
  await other.getByRole("link", { name: new RegExp(EMAIL) }).click();
  await other.waitForURL("**/people");
  await other.getByRole("button", { name: `Confirm the invitation of ${EMAIL}` }).click();
  await other.getByRole("button", { name: "Confirm and make the link" }).click();
  const link = await other.getByLabel("Sign-up link", { exact: true }).inputValue();
  expect(link).toMatch(/\/sign-up\?token=/);
  await other.getByRole("dialog").getByRole("button", { name: "Dismiss" }).click();
  const row = other.getByRole("row", { name: /^Zhou Min/ });
  await expect(row).toContainText("Has not signed up yet");

  await page.goto("/desk");
  const own = page.getByRole("link", { name: new RegExp(named) });
  await expect(own).toContainText("Confirmed");

  const newcomer = await (await browser.newContext({ baseURL, locale: "en" })).newPage();
  await newcomer.goto(link);
  await expect(newcomer.getByText(EMAIL)).toBeVisible();

  const database = await openDemoDatabase();
  await database.client.query(
    "delete from memberships where user_id in (select user_id from users where email = $1)",
    [EMAIL],
  );
  await database.close();
});

test("a link that was asked for is turned down", async ({ page, browser, baseURL }) => {
  await signInByForm(page, "admin@acquirer.demo");
  await page.goto("/people");
  const name = "李敏";
  await page.getByRole("button", { name: `Ask for a sign-up link for ${name}` }).click();
  await page.getByRole("button", { name: "Ask for it" }).click();
  const other = await (await browser.newContext({ baseURL, locale: "en" })).newPage();
  await signInByForm(other, "approver@acquirer.demo");
  await other.goto("/people");
  await other.getByRole("button", { name: `Turn down the sign-up link for ${name}` }).click();
  await other.getByRole("alertdialog").getByRole("button", { name: "Turn down" }).click();
  await expect(other.getByRole("button", { name: new RegExp(`link for ${name}`) })).toHaveCount(0);
});

test("the acquirer's new name stands in the bar and at the door, in both languages", async ({
  page,
  browser,
  baseURL,
}) => {
  const database = await openDemoDatabase();
  const { rows } = await database.client.query<{ name: string }>(
    "select name from acquirer_settings",
  );
  await signInByForm(page, "admin@acquirer.demo");
  await page.goto("/settings");
  await page.getByRole("button", { name: "Change: The acquirer's name" }).click();
  await page.getByLabel("Name, as merchants know you").fill("Lotus Acquiring 莲花收单");
  await page.getByRole("button", { name: "See what changes" }).click();
  await page.getByRole("button", { name: "Apply now" }).click();
  await expect(page.getByRole("banner")).toContainText("Lotus Acquiring 莲花收单");
  const stranger = await (await browser.newContext({ baseURL, locale: "zh-CN" })).newPage();
  await stranger.goto("/sign-in");
  await expect(stranger.getByText("Lotus Acquiring 莲花收单")).toBeVisible();
  await database.client.query("update acquirer_settings set name = $1", [rows[0]?.name]);
  await database.close();
});

test("a threshold in a currency without decimals is typed and shown without them", async ({
  page,
}) => {
  await signInByForm(page, "admin@acquirer.demo");
  await page.goto("/settings");
  await expect(page.getByText(/two people always decide/).first()).toBeVisible();
  await page.getByRole("button", { name: "Change: Add a threshold" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Currency").selectOption("JPY");
  await dialog.getByLabel("One person decides up to").fill("1500000.5");
  await dialog.getByRole("button", { name: "See what changes" }).click();
  await expect(dialog.getByText("Give an amount.")).toBeVisible();
  await dialog.getByLabel("One person decides up to").fill("1500000");
  await expect(dialog.getByText(/one million five hundred thousand/)).toBeVisible();
  await dialog.getByRole("button", { name: "See what changes" }).click();
  await expect(dialog.getByText("JPY 1,500,000", { exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Propose the change" }).click();
  await page.getByRole("button", { name: /^Take back: Four-eyes threshold.*JPY/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click();
  await expect(
    page.getByRole("button", { name: /^Take back: Four-eyes threshold.*JPY/ }),
  ).toHaveCount(0);
});
