import { expect, type Page } from "@playwright/test";

/**
 * Opens by a key what lies over a page, until the page, which may still be waking up, answers.
 * A dialog that has given the focus back is one on its way out.
 */
export async function strike(page: Page, key: string): Promise<void> {
  const held = page.locator("[role=dialog]:focus-within");
  await expect(async () => {
    if ((await page.getByRole("dialog").count()) === 0) await page.keyboard.press(key);
    await expect(held).toBeVisible({ timeout: 1_000 });
  }).toPass();
}
