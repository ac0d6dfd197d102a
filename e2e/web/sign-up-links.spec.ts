import { expect, test } from "@playwright/test";
import { signInByForm } from "@/e2e/sign-in";

const COLLEAGUE = "刘洋";

test("one of the acquirer's people gets a link when one asks and another confirms", async ({
  page,
  browser,
  baseURL,
}) => {
  await signInByForm(page, "admin@acquirer.demo");
  await page.goto("/people");
  await page.getByRole("button", { name: `Ask for a sign-up link for ${COLLEAGUE}` }).click();
  await page.getByRole("button", { name: "Ask for it" }).click();
  await expect(page.getByText("Asked for by you")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Confirm/ })).toHaveCount(0);

  const other = await (await browser.newContext({ baseURL })).newPage();
  await signInByForm(other, "approver2@acquirer.demo");
  await other.goto("/people");
  await expect(other.getByRole("button", { name: /^Ask for/ })).toHaveCount(0);
  await other.getByRole("button", { name: `Confirm the sign-up link for ${COLLEAGUE}` }).click();
  await other.getByRole("button", { name: "Make the link" }).click();
  await expect(other.getByLabel("Sign-up link", { exact: true })).toHaveValue(/sign-up\?token=/);
  await expect(other.getByRole("dialog").locator("time")).toBeVisible();
  await other.getByRole("dialog").getByRole("button", { name: "Dismiss" }).click();
  await expect(other.getByText("Sign-up links to confirm")).toHaveCount(0);
});
