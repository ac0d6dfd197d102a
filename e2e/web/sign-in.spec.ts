import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { signInByForm } from "@/e2e/sign-in";

test("a wrong password is refused without saying which part was wrong", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("owner@sunrise.demo");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("The e-mail or the password is not right.")).toBeVisible();
});

test("the sign-in page has no accessibility violations", async ({ page }) => {
  await page.goto("/sign-in");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});

test("an owner lands on the home of the merchant and sees both tills", async ({ page }) => {
  await signInByForm(page, "owner@sunrise.demo");
  await expect(page).toHaveURL(/\/home$/);
  for (const tid of ["00018644", "00018645"]) {
    await expect(page.getByRole("link", { name: tid }).first()).toBeVisible();
  }
});

test("a stranger is sent to sign in", async ({ page }) => {
  await page.goto("/home");
  await expect(page).toHaveURL(/\/sign-in/);
});
