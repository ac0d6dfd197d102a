import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { importOwnWorld } from "@/e2e/own-world";
import { signInByForm, signInByRequest } from "@/e2e/sign-in";

test.describe.configure({ timeout: 180_000 });

const RUN = String(Date.now()).slice(-6);
const MID = `098210155${RUN}`;
const TIDS = [`0001${RUN.slice(-4)}`, `TB${RUN}`] as const;
const NAME = `晨曦“茶”, "店" ${RUN}`;

test.beforeAll(() =>
  importOwnWorld(
    MID,
    TIDS,
    [{ terminal_id: TIDS[0], window: "daily", max_amount: 5_000_000 }],
    NAME,
  ),
);

const speak = (page: Page, locale: string, baseURL: string | undefined) =>
  page.context().addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);

const headings = (page: Page) =>
  page.locator("th[scope=col]").evaluateAll((cells) => cells.map((cell) => cell.textContent));

/** What the file of the link holds, its byte-order mark checked and left out. */
async function download(page: Page): Promise<string[][]> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV" }).click(),
  ]);
  const bytes = readFileSync(await file.path());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(file.suggestedFilename()).toMatch(/^[a-z-]+-\d{4}-\d\d-\d\d\.csv$/);
  return parse(bytes, { bom: true }) as unknown as string[][];
}

for (const locale of ["en", "zh-CN"]) {
  test(`columns, density and a view are kept (${locale})`, async ({ page, baseURL }) => {
    const words =
      locale === "en"
        ? {
            ...{ columns: "Columns", risk: "Risk", tier: "Tier", compact: "Compact" },
            ...{ save: "Save view", rename: "Rename", update: "Update", remove: "Delete" },
          }
        : {
            ...{ columns: "列", risk: "风险", tier: "类型", compact: "紧凑" },
            ...{ save: "保存视图", rename: "重命名", update: "更新", remove: "删除" },
          };
    await signInByForm(page, locale === "en" ? "admin@acquirer.demo" : "auditor@acquirer.demo");
    await speak(page, locale, baseURL);
    await page.goto("/merchants");
    const before = await headings(page);

    await page.getByRole("button", { name: words.columns }).click();
    await page.getByRole("menuitemcheckbox", { name: words.risk }).click();
    await expect(page.locator("th[scope=col]", { hasText: words.risk })).toBeVisible();
    await page.getByRole("menuitemcheckbox", { name: words.tier }).click();
    await expect(page.locator("th[scope=col]", { hasText: words.tier })).toHaveCount(0);
    await page.getByRole("menuitemradio", { name: words.compact }).click();
    await expect(page.locator("[data-density=compact]")).toBeVisible();

    await page.reload();
    const after = await headings(page);
    expect(after).toHaveLength(before.length);
    expect(after).toContain(words.risk);
    expect(after).not.toContain(words.tier);
    await expect(page.locator("[data-density=compact]")).toBeVisible();

    await page.goto("/merchants?status=suspended&sort=merchant&dir=desc");
    await page.getByRole("button", { name: words.save }).click();
    await page.getByRole("dialog").getByRole("textbox").fill(`停用 ${RUN}`);
    await page.keyboard.press("Enter");
    const chip = page.getByRole("link", { name: `停用 ${RUN}` });
    await expect(chip).toHaveAttribute("aria-current", "page");

    await page.goto("/merchants");
    await expect(chip).not.toHaveAttribute("aria-current", "page");
    await chip.click();
    await expect(page).toHaveURL(/status=suspended.*sort=merchant.*dir=desc.*cols=/);
    await expect(page.locator("th[aria-sort=descending]")).toBeVisible();
    const other = page.getByRole("link", { name: `冻结 ${RUN}` });
    await page.getByRole("button", { name: new RegExp(`停用 ${RUN}`) }).click();
    await page.getByRole("menuitem", { name: words.rename }).click();
    await page.getByRole("dialog").getByRole("textbox").fill(`冻结 ${RUN}`);
    await page.keyboard.press("Enter");
    await expect(other).toHaveAttribute("aria-current", "page");
    await expect(chip).toHaveCount(0);

    await page.goto("/merchants?status=closed");
    await page.getByRole("button", { name: new RegExp(`冻结 ${RUN}`) }).press("Enter");
    await page.getByRole("menuitem", { name: words.update }).press("Enter");
    await expect(page).toHaveURL(/status=closed.*cols=/);
    await expect(other).toHaveAttribute("aria-current", "page");
    await page.getByRole("button", { name: new RegExp(`冻结 ${RUN}`) }).press("Enter");
    await page.getByRole("menuitem", { name: words.remove }).press("Enter");
    await expect(other).toHaveCount(0);
  });
}

test("a file holds what the table shows, Chinese and leading zeros whole", async ({
  page,
  baseURL,
}) => {
  await signInByForm(page, "reviewer@acquirer.demo");
  await speak(page, "zh-CN", baseURL);
  await page.goto(`/merchants?q=${RUN}&cols=mid.status.terminals`);
  await expect(page.getByRole("row")).toHaveCount(2);
  const [head, ...lines] = await download(page);
  expect(head).toEqual(await headings(page));
  expect(lines).toEqual([[NAME, `${MID}\t`, "正常", "2"]]);
  const shown = await page.locator("tbody tr").first().locator("th, td").allInnerTexts();
  expect(lines[0]?.map((cell) => cell.trim())).toEqual(shown.map((cell) => cell.trim()));

  await page.goto(`/registry?q=${MID}&cols=merchant`);
  const [, ...terminals] = await download(page);
  expect(terminals.map(([tid, , name, mid]) => [tid?.trim(), name, mid?.trim()])).toEqual(
    TIDS.map((tid) => [tid, NAME, MID]),
  );
});

test("a file holds every page of a list, in its order", async ({ page, baseURL }) => {
  await signInByForm(page, "auditor@acquirer.demo");
  await speak(page, "en", baseURL);
  await page.goto("/audit?cols=when.action");
  const summary = await page.getByText(/^1-\d+ of [\d,]+$/).innerText();
  const total = Number(summary.split(" of ")[1]?.replaceAll(",", ""));
  const [head, ...lines] = await download(page);
  expect(head).toEqual(["When", "Action"]);
  expect(lines.length).toBeGreaterThanOrEqual(total);
  const moments = lines.map(([when]) => when ?? "");
  expect(moments).toEqual(moments.toSorted().toReversed());
});

test("a file is for those whom its page is for", async ({ request, baseURL, playwright }) => {
  const stranger = await playwright.request.newContext({ baseURL });
  const tables = [
    "terminals",
    "limits",
    "limit_requests",
    "merchants",
    "registry",
    "audit",
    "queue",
  ];
  for (const table of tables) {
    const answer = await stranger.get(`/csv/${table}`);
    expect(new URL(answer.url()).pathname, table).toBe("/sign-in");
  }
  await stranger.dispose();
  await signInByRequest(request, baseURL!, "owner@harbour.demo");
  for (const table of ["merchants", "registry", "audit", "queue"]) {
    const answer = await request.get(`/csv/${table}`);
    expect(new URL(answer.url()).pathname, table).toBe("/no-permission");
  }
  for (const table of ["terminals", "limits", "limit_requests"]) {
    const answer = await request.get(`/csv/${table}`);
    expect(answer.status(), table).toBe(200);
    expect(answer.headers()["content-type"]).toBe("text/csv; charset=utf-8");
    expect(await answer.text()).not.toContain("00018644");
  }
  await signInByRequest(request, baseURL!, "reviewer@acquirer.demo");
  expect((await request.get("/csv/audit")).status()).toBe(403);
  expect((await request.get("/csv/nonsense")).status()).toBe(404);
});
