import { expect, type Page, test } from "@playwright/test";
import { findWorld } from "@/e2e/see-screens";
import { signInByRequest } from "@/e2e/sign-in";
import { SUNRISE } from "@/prisma/seed/demo-people";

// A4 upright within its margins, as the browser lays it out.
const SHEET = { width: 703, height: 1030 };

const WHITE = "rgb(255, 255, 255)";

async function isShown(page: Page, selector: string): Promise<number> {
  const shown = page.locator(selector).filter({ visible: true });
  return shown.count();
}

for (const [email, whose, paths] of [
  ["owner@sunrise.demo", SUNRISE, ["home", "terminal", "limits", "compliance"]],
  ["approver2@acquirer.demo", "收单机构", ["queue", "review", "batch", "audit"]],
] as const) {
  test(`what ${email} prints can be handed on`, async ({ page, baseURL }) => {
    await signInByRequest(page.context().request, baseURL!, email);
    await page.context().addCookies(
      Object.entries({ locale: "zh-CN", theme: "dark" }).map(([name, value]) => ({
        ...{ name, value, url: baseURL! },
      })),
    );
    const world = await findWorld();
    const addresses = {
      ...{ home: "/home", terminal: `/terminals/${world.terminalId}`, limits: "/limits" },
      ...{ compliance: "/compliance", queue: "/queue", audit: "/audit" },
      review: `/queue/${world.merchantId}/${world.limitRequestId}`,
      batch: `/queue/batches/${world.limitBatchId}`,
    };
    await page.setViewportSize(SHEET);
    await page.emulateMedia({ media: "print" });
    for (const name of paths) {
      await page.goto(addresses[name]);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const header = page.locator("[data-print-header]");
      await expect(header).toContainText(whose);
      await expect(header).toContainText(addresses[name]);
      await expect(header).toContainText(/打印于 \d{4}年/);
      expect(await isShown(page, "nav, main button, main form button"), name).toBe(0);
      const paper = await page.evaluate(() => ({
        body: getComputedStyle(document.body).backgroundColor,
        ink: getComputedStyle(document.body).color,
        isCut: document.documentElement.scrollWidth > document.documentElement.clientWidth,
        heads: [...document.querySelectorAll("main thead")]
          .filter((head) => head.closest("details:not([open])") === null)
          .map((head) => getComputedStyle(head).display),
        figures: [...document.querySelectorAll("[role=meter] span, figure [role=img] span")].map(
          (part) => getComputedStyle(part).printColorAdjust,
        ),
      }));
      expect(paper.body, name).toBe(WHITE);
      expect(paper.ink, name).toBe("rgb(0, 0, 0)");
      expect(paper.isCut, `${name} is wider than the sheet`).toBe(false);
      expect(new Set(paper.heads), name).toEqual(
        new Set(paper.heads.length > 0 ? ["table-header-group"] : []),
      );
      expect(new Set(paper.figures), name).toEqual(
        new Set(paper.figures.length > 0 ? ["exact"] : []),
      );
    }
  });
}
