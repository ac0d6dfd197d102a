import { expect, type Page, type Request, test } from "@playwright/test";
import { openDemoDatabase } from "@/e2e/demo-database";
import { signInByForm } from "@/e2e/sign-in";
import { strike } from "@/e2e/strike";
import { HARBOUR, SUNRISE } from "@/prisma/seed/demo-people";

const OWNER = "owner@sunrise.demo";
const APPROVER = "approver@acquirer.demo";
const TERMINAL = "00018644";

const palette = (page: Page) => page.getByRole("dialog");
const input = (page: Page) => palette(page).getByRole("combobox");
const focused = (page: Page) => page.locator(":focus");

async function openPalette(page: Page): Promise<void> {
  await strike(page, "Control+k");
  await expect(input(page)).toBeFocused();
}

/** The option the arrows stand on, as a screen reader is told of it. */
const active = (page: Page) => page.locator("[role=option][data-highlighted]");

async function isToldOf(page: Page): Promise<void> {
  const id = await active(page).getAttribute("id");
  await expect(input(page)).toHaveAttribute("aria-activedescendant", id ?? "none");
}

test.describe("in English", () => {
  test.use({ locale: "en" });

  test("an owner finds a terminal by keyboard alone, and Escape gives the focus back", async ({
    page,
  }) => {
    await signInByForm(page, OWNER);
    await page.goto("/home");
    const link = page.getByRole("link", { name: "Skip to content" });
    await link.focus();
    await openPalette(page);
    await expect(input(page)).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("Escape");
    await expect(palette(page)).toBeHidden();
    await expect(focused(page)).toHaveText("Skip to content");

    await openPalette(page);
    await page.keyboard.type(TERMINAL.slice(2));
    const option = palette(page).getByRole("option", { name: new RegExp(TERMINAL) });
    await expect(option).toBeVisible();
    await isToldOf(page);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/terminals/${TERMINAL}$`));
    await expect(page.locator("main")).toBeFocused();

    await openPalette(page);
    await expect(palette(page).getByRole("group", { name: "Recent" })).toContainText(TERMINAL);
  });

  test("arrows choose, a place and an act are reached, and nothing of another merchant is found", async ({
    page,
  }) => {
    await signInByForm(page, OWNER);
    await page.goto("/home");
    await page.getByRole("button", { name: "Search and jump" }).click();
    await page.keyboard.type("a higher lim");
    await expect(active(page)).toHaveText(/Ask for a higher limit/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/limit-requests\/new/);

    await openPalette(page);
    await page.keyboard.type("te");
    const first = await active(page).getAttribute("id");
    await page.keyboard.press("ArrowDown");
    await expect(active(page)).not.toHaveAttribute("id", first ?? "");
    await isToldOf(page);
    await page.keyboard.press("ArrowUp");
    await expect(active(page)).toHaveAttribute("id", first ?? "");

    await input(page).fill(HARBOUR);
    await expect(palette(page).getByRole("option")).toHaveCount(0);
    await expect(palette(page)).toContainText("Nothing found");
  });

  test("the acquirer finds a merchant by name and MID, and changes the language from the palette", async ({
    page,
  }) => {
    await signInByForm(page, APPROVER);
    await expect(page).toHaveURL(/\/desk$/);
    await openPalette(page);
    await page.keyboard.type("晨曦");
    await expect(palette(page).getByRole("option", { name: new RegExp(SUNRISE) })).toBeVisible();
    await input(page).fill(SUNRISE);
    await expect(palette(page).getByRole("group", { name: "Found" })).toBeVisible();
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`/merchants/${SUNRISE}$`));
    await openPalette(page);
    await page.keyboard.type("中文");
    await expect(active(page)).toHaveText(/中文/);
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expect(page.getByRole("navigation", { name: "主导航" })).toContainText("工作台");
    // The choice is remembered for the person, and others tell stories as the same one.
    await openPalette(page);
    await page.keyboard.type("english");
    await expect(active(page)).toHaveText(/English/);
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });

  test("? tells the keys, g and a letter jump, and a field keeps its letters", async ({ page }) => {
    await signInByForm(page, OWNER);
    await page.goto("/home");
    await strike(page, "?");
    const help = page.getByRole("dialog", { name: "Keys" });
    await expect(help.getByRole("listitem").filter({ hasText: /^Terminals/ })).toHaveText(
      "Terminalsgt",
    );
    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await expect(help).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(help).toBeHidden();
    for (const [key, url] of [
      ["t", /\/terminals$/],
      ["r", /\/limit-requests$/],
      ["h", /\/home$/],
    ] as const) {
      await page.keyboard.press("g");
      await page.keyboard.press(key);
      await page.waitForURL(url);
    }
    const amount = page.locator("input[inputmode=decimal]");
    await amount.focus();
    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await page.keyboard.press("?");
    await expect(page).toHaveURL(/\/home$/);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  test("the menu holds what the bar has no room for, and only what the role may enter", async ({
    page,
  }) => {
    await signInByForm(page, "staff@sunrise.demo");
    await page.goto("/home");
    const more = page.getByRole("button", { name: "More" });
    await more.focus();
    await page.keyboard.press("Enter");
    const items = page.getByRole("menuitem");
    await expect(items.filter({ hasText: "Limits of all terminals" })).toBeVisible();
    await expect(items.filter({ hasText: "Team" })).toHaveCount(0);
    await expect(items.filter({ hasText: "API keys" })).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(more).toBeFocused();
    await page.setViewportSize({ width: 390, height: 844 });
    await more.click();
    await expect(items.filter({ hasText: "Compliance" })).toBeVisible();
  });

  test("figures renew themselves, and that is no activity", async ({ page }) => {
    const { client, close } = await openDemoDatabase();
    await page.clock.install();
    await signInByForm(page, OWNER);
    const { rows } = await client.query<{ id: string }>(
      `select session_id as id from sessions join users using (user_id) where email = $1
       order by sessions.created_at desc limit 1`,
      [OWNER],
    );
    const id = rows[0]!.id;
    await page.goto("/home");
    await expect(page.locator("main h1")).toBeVisible();
    const touch = `update sessions set last_active_at = now() - interval '1 hour' where session_id = $1`;
    await client.query(touch, [id]);
    const lastActive = async () =>
      (await client.query("select last_active_at as at from sessions where session_id = $1", [id]))
        .rows[0].at as Date;
    const before = await lastActive();
    const refreshes: Request[] = [];
    page.on("request", (request) => {
      const headers = request.headers();
      const isPrefetch = headers["next-router-prefetch"] !== undefined;
      if (headers["rsc"] !== undefined && !isPrefetch) refreshes.push(request);
    });
    await expect(async () => {
      await page.clock.runFor(21_000);
      expect(refreshes.length).toBeGreaterThan(0);
    }).toPass();
    for (const request of refreshes) {
      expect(request.headers()["x-background"]).toBe("1");
      expect((await request.response())?.status()).toBe(200);
    }
    expect(await lastActive()).toEqual(before);
    await close();
  });

  test("says when there is no connection, and goes by itself", async ({ page, context }) => {
    await signInByForm(page, OWNER);
    await page.goto("/home");
    await context.setOffline(true);
    const notice = page.getByText("No connection.");
    await expect(notice).toBeVisible();
    await context.setOffline(false);
    await expect(notice).toBeHidden();
  });

  test("the tour leads to a refusal, remembers it, and can be put away", async ({ page }) => {
    await signInByForm(page, OWNER);
    await page.goto("/home");
    const tour = page.getByRole("region", { name: "See it work in three steps" });
    await expect(tour.getByRole("listitem")).toHaveCount(3);
    await expect(tour).toContainText("reviewer@acquirer.demo");
    await tour.getByRole("link", { name: /52,000/ }).click();
    await page.waitForURL(/\/check\?/);
    await expect(
      page.locator("[data-reason=PER_TRANSACTION_LIMIT_EXCEEDED]").first(),
    ).toBeVisible();
    await page.goto("/home");
    await expect(tour.locator("[aria-current=step]")).toContainText("Ask for a higher limit");
    await tour.getByRole("button", { name: "Hide" }).click();
    await expect(tour).toBeHidden();
    await page.reload();
    await expect(page.getByRole("heading", { name: "Try a charge" })).toBeVisible();
    await expect(tour).toBeHidden();
  });
});

test("the desk leads to what is due, and the system page to what runs", async ({ page }) => {
  await signInByForm(page, "admin@acquirer.demo");
  await page.goto("/desk");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const due = page.locator("main a[href^='/queue/']").first();
  await due.click();
  await page.waitForURL(/\/queue\/[^/]+\/lrq_/);
  await page.goto("/system");
  await expect(page.getByText(/PostgreSQL 1\d/)).toBeVisible();
  await expect(page.getByText("20261124000000_foundation")).toBeVisible();
});
