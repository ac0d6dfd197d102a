import { expect, type Page, test } from "@playwright/test";
import { signInByForm } from "@/e2e/sign-in";

const OWNER = "owner@sunrise.demo";
const TERRACE = "00018645";

const main = (page: Page) => page.locator("main");
const terminal = (page: Page) => main(page).locator("form select").first();
const amount = (page: Page) => main(page).locator("form input[inputmode=decimal]");

test.use({ locale: "en" });

/** Opens a page whose scripts stay on the way until they are let through. */
async function openAsleep(page: Page, path: string): Promise<() => void> {
  let wake = () => {};
  const awake = new Promise<void>((resolve) => (wake = resolve));
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await awake;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  await main(page).locator("form").first().waitFor();
  return wake;
}

test("an amount typed and a terminal chosen before the page wakes up are checked", async ({
  page,
}) => {
  await signInByForm(page, OWNER);
  const wake = await openAsleep(page, "/home");
  await amount(page).focus();
  await page.keyboard.type("52000");
  await terminal(page).selectOption(TERRACE);
  wake();
  await expect(amount(page)).toHaveValue("52,000");
  await expect(main(page).locator("[data-reason]").first()).toBeVisible();
  await amount(page).press("Enter");
  await expect(main(page)).toContainText("chk_");
  await expect(terminal(page)).toHaveValue(TERRACE);
});

test("a charge sent before the page wakes up is judged where it leads", async ({ page }) => {
  await signInByForm(page, OWNER);
  const wake = await openAsleep(page, "/home");
  await terminal(page).selectOption(TERRACE);
  await amount(page).focus();
  await page.keyboard.type("52000");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/check", { waitUntil: "commit" });
  wake();
  await expect(amount(page)).toHaveValue("52000");
  await expect(terminal(page)).toHaveValue(TERRACE);
  await expect(main(page).locator("[data-reason]").first()).toBeVisible();
});

test("what was pasted before the page wakes up is read", async ({ page }) => {
  await signInByForm(page, OWNER);
  const wake = await openAsleep(page, "/check/many");
  await main(page).locator("form textarea").fill("100\n200");
  wake();
  await expect(main(page).getByRole("button", { name: "Check 2 charges" })).toBeEnabled();
});
