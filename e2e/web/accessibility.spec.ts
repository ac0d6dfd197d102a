import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { openDemoDatabase } from "@/e2e/demo-database";
import { findDemoRecords } from "@/e2e/demo-records";
import { SCENES } from "@/e2e/scenes";
import { signInByForm } from "@/e2e/sign-in";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

// Once per page: as most people see it; every language, theme and width by `npm run test:full`.
const DRESSES = process.env.FULL
  ? ["en", "zh-CN"].flatMap((locale) =>
      ["light", "dark"].flatMap((theme) =>
        [DESKTOP, PHONE].map((viewport) => ({ locale, theme, viewport })),
      ),
    )
  : [{ locale: "zh-CN", theme: "dark", viewport: DESKTOP }];

test.describe.configure({ timeout: 600_000 });

for (const email of new Set(SCENES.map(({ as }) => as))) {
  test(`axe finds nothing on what ${email ?? "a stranger"} sees`, async ({ browser, baseURL }) => {
    const database = await openDemoDatabase();
    const world = { ...(await findDemoRecords(database.client)), checkId: "" };
    await database.close();
    const context = await browser.newContext();
    const page = await context.newPage();
    if (email) await signInByForm(page, email);
    for (const { locale, theme, viewport } of DRESSES) {
      await context.addCookies([
        { name: "locale", value: locale, url: baseURL! },
        { name: "theme", value: theme, url: baseURL! },
      ]);
      await page.setViewportSize(viewport);
      for (const { name, path, act } of SCENES.filter(({ as }) => as === email)) {
        await page.goto(path(world));
        await expect(page.locator("main")).toBeVisible();
        await act?.(page);
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations, `${name} ${locale} ${theme} ${viewport.width}`).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${name} is wider than the screen`).toBe(0);
      }
    }
    await context.close();
  });
}
