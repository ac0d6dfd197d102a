import { expect, test } from "@playwright/test";
import { openDemoDatabase } from "@/e2e/demo-database";
import { findDemoRecords } from "@/e2e/demo-records";
import { SCENES } from "@/e2e/scenes";
import { signInByForm } from "@/e2e/sign-in";

const LOCALES = ["en", "zh-CN"] as const;
const THEMES = ["light", "dark"] as const;
const DEVICES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

// The README's; with PICTURES=all every screen in every dress, for looking through.
const SHOWN = new Set([
  ...["en.light.desktop", "zh-CN.light.desktop", "en.dark.desktop", "zh-CN.dark.phone"],
]);
const MAIN = new Set(["merchant-home", "check", "terminal", "limit-request", "queue", "review"]);
const isAll = process.env.PICTURES === "all";
const FOLDER = isAll ? "reports/pictures" : "docs/images";
const ONLY = process.env.SCENES?.split(",");

const dresses = LOCALES.flatMap((locale) =>
  THEMES.flatMap((theme) =>
    (Object.keys(DEVICES) as (keyof typeof DEVICES)[]).map((device) => ({
      ...{ locale, theme, device, dress: `${locale}.${theme}.${device}` },
    })),
  ),
);

test.describe.configure({ mode: "serial", timeout: 900_000 });

const shown = SCENES.filter(({ name }) =>
  isAll ? (ONLY?.includes(name) ?? true) : MAIN.has(name),
);

for (const email of new Set(shown.map(({ as }) => as))) {
  test(`what ${email ?? "a stranger"} sees`, async ({ browser, baseURL }) => {
    const database = await openDemoDatabase();
    const world = { ...(await findDemoRecords(database.client)), checkId: "" };
    await database.close();
    const context = await browser.newContext({ timezoneId: "Asia/Shanghai" });
    const page = await context.newPage();
    if (email) await signInByForm(page, email);
    for (const { locale, theme, device, dress } of dresses) {
      if (!isAll && !SHOWN.has(dress)) continue;
      await context.addCookies([
        { name: "locale", value: locale, url: baseURL! },
        { name: "theme", value: theme, url: baseURL! },
      ]);
      await page.setViewportSize(DEVICES[device]);
      for (const { name, path, act } of shown.filter(({ as }) => as === email)) {
        await page.goto(path(world));
        await expect(page.locator("main")).toBeVisible();
        await page.waitForLoadState("networkidle");
        await act?.(page);
        await page.screenshot({
          path: `${FOLDER}/${name}.${dress}.png`,
          fullPage: isAll,
          animations: "disabled",
        });
      }
    }
    await context.close();
  });
}
