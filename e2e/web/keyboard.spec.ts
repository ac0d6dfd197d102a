import { expect, type Page, test } from "@playwright/test";
import { signInByForm } from "@/e2e/sign-in";

const focused = (page: Page) => page.locator(":focus");

/** Presses Tab until the focus is where it should be; never more often than a page is long. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const label = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement;
      const labels = [...(element.labels ?? [])].map((one) => one.innerText);
      return [...labels, element.ariaLabel, element.textContent].join(" ");
    });
    if (name.test(label)) return;
  }
  throw new Error(`Nothing that reads ${name} can be reached with Tab.`);
}

test.use({ locale: "en" });

test("an owner learns why a charge would fail and starts to ask, by keyboard alone", async ({
  page,
}) => {
  await signInByForm(page, "owner@sunrise.demo");
  await page.goto("/home");
  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveText("Skip to content");
  await page.keyboard.press("Enter");
  await tabTo(page, /^Amount/);
  await page.keyboard.type("52000");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-reason=PER_TRANSACTION_LIMIT_EXCEEDED]")).toBeVisible();
  await tabTo(page, /Ask for a higher limit/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/limit-requests\/new/);
  await tabTo(page, /^Maximum/);
  await expect(focused(page)).toHaveValue("52,000.00");
});
