import { type Browser, expect, type Page } from "@playwright/test";
import type { World } from "@/e2e/access-matrix";
import { openDemoDatabase } from "@/e2e/demo-database";
import { findDemoRecords } from "@/e2e/demo-records";
import type { Scene } from "@/e2e/scenes";
import { signInByForm } from "@/e2e/sign-in";

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

/** Every language, theme and width, by names such as "zh-CN.dark.phone". */
export const DRESSES = ["en", "zh-CN"].flatMap((locale) =>
  ["light", "dark"].flatMap((theme) =>
    (["desktop", "phone"] as const).map((device) => ({
      ...{ locale, theme, device, name: `${locale}.${theme}.${device}` },
    })),
  ),
);
export type Dress = (typeof DRESSES)[number];

/** The records of the demo world that scenes look at. */
export async function findWorld(): Promise<World> {
  const database = await openDemoDatabase();
  const world = { ...(await findDemoRecords(database.client)), checkId: "", reservationId: "" };
  await database.close();
  return world;
}

type Tour = {
  browser: Browser;
  baseURL: string | undefined;
  scenes: readonly Scene[];
  dresses: readonly Dress[];
  /** What the browser brings besides the language and the theme. */
  cookies?: Readonly<Record<string, string>>;
  see: (page: Page, scene: Scene, dress: Dress) => Promise<void>;
};

/** Opens the scenes that `email` looks at, in each dress, with what is done there done. */
export async function seeScreens(email: string | null, tour: Tour): Promise<void> {
  const { browser, baseURL = "", scenes, dresses, cookies = {}, see } = tour;
  const world = await findWorld();
  const context = await browser.newContext();
  const page = await context.newPage();
  if (email) await signInByForm(page, email);
  for (const dress of dresses) {
    const brought = { ...cookies, locale: dress.locale, theme: dress.theme };
    await context.addCookies(
      Object.entries(brought).map(([name, value]) => ({ name, value, url: baseURL })),
    );
    await page.setViewportSize(SIZES[dress.device]);
    for (const scene of scenes.filter(({ as }) => as === email)) {
      await page.goto(scene.path(world));
      await expect(page.locator("main")).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("lang", dress.locale);
      await page.waitForLoadState("networkidle");
      await scene.act?.(page);
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      await expect(page).toHaveTitle(/./);
      await see(page, scene, dress);
    }
  }
  await context.close();
}
