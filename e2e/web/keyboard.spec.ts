import { expect, type Locator, type Page, test } from "@playwright/test";
import { addPeople } from "@/e2e/own-people";
import { importOwnWorld } from "@/e2e/own-world";
import { signInByRequest } from "@/e2e/sign-in";

test.describe.configure({ mode: "serial", timeout: 120_000 });
test.use({ locale: "en" });

// A merchant of its own for each run, so that its request is the only one of its name.
const RUN = String(Date.now()).slice(-6);
const MID = `898210158${RUN}`;
const TIDS = [`KA${RUN}`, `KB${RUN}`] as const;
const NAME = `Kumquat Press ${RUN}`;
const OWNER = `owner-${RUN}@kumquat.test`;

test.beforeAll(async () => {
  const daily = { window: "daily", max_amount: 3_000_000 } as const;
  await importOwnWorld(
    ...([MID, TIDS, TIDS.map((terminal_id) => ({ terminal_id, ...daily })), NAME] as const),
  );
  await addPeople(MID, [{ email: OWNER, name: "Kumquat Owner", role: "merchant_owner" }]);
});

/** A page that remembers whether anything but keys was used on it. */
async function enter(page: Page, baseURL: string | undefined, email: string): Promise<void> {
  await page.addInitScript(() => {
    addEventListener("pointerdown", () => sessionStorage.setItem("pointer", "used"), true);
  });
  await signInByRequest(page.context().request, baseURL ?? "", email);
  const url = baseURL ?? "";
  await page.context().addCookies([{ name: "locale", value: "en", url }]);
}

const usedPointer = (page: Page) => page.evaluate(() => sessionStorage.getItem("pointer"));

const focused = (page: Page) => page.locator(":focus");

/** The focus stands on something that is seen, and nothing lies over it. */
async function expectSeen(page: Page, told: string): Promise<void> {
  const faults = await page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    if (element === document.body) return ["the focus is nowhere"];
    // The parts of a date have their own mark, which the browser draws.
    if (element.matches("input[type=date]")) return [];
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + Math.min(height / 2, 20)];
    const above = document.elementFromPoint(x, y) ?? document.body;
    const isOver = element.contains(above) || above.contains(element);
    const inside = x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
    return Object.entries({
      "no outline": outlineStyle === "none" || Number.parseFloat(outlineWidth) === 0,
      "no size": width === 0 || height === 0,
      "outside the window": !inside,
      covered: !isOver && !element.matches("input"),
    }).flatMap(([fault, isSo]) => (isSo ? [fault] : []));
  });
  expect(faults, told).toEqual([]);
}

const readFocus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    if (element === document.body) return "";
    const labels = [...(element.labels ?? [])].map((one) => one.innerText);
    return [...labels, element.ariaLabel, element.textContent].filter(Boolean).join(" ").trim();
  });

/** Presses Tab until the focus is where it should be, seen at every stop; never more often than a page is long. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const label = await readFocus(page);
    await expectSeen(page, label);
    if (name.test(label)) return;
  }
  throw new Error(`Nothing that reads ${name} can be reached with Tab.`);
}

const write = async (page: Page, text: string) => {
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
};

const expectKept = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => document.activeElement === document.body), { timeout: 3_000 })
    .toBe(false);

/** Whether a screen reader is told when this changes. */
const expectTold = (words: Locator) =>
  expect(
    words
      .locator("xpath=ancestor-or-self::*[@aria-live or @role='status' or @role='alert']")
      .first(),
  ).toHaveCount(1);

test("an owner learns why a charge would fail and asks for more, by keyboard alone", async ({
  page,
  baseURL,
}) => {
  await enter(page, baseURL, OWNER);
  await page.goto("/home");
  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveText("Skip to content");
  await page.keyboard.press("Enter");
  await tabTo(page, /^Amount/);
  await page.keyboard.type("35000");
  await page.keyboard.press("Enter");
  const spoken = page.getByRole("main").getByRole("status");
  await expect(spoken).toContainText("This charge would be refused");
  await expect(page.locator("[data-reason=DAILY_AMOUNT_LIMIT_EXCEEDED]")).toBeVisible();
  await tabTo(page, /Ask for a higher limit/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/limit-requests\/new/);
  await expect(page.locator("main")).toBeFocused();
  await expect(page.getByLabel("Maximum", { exact: true })).toBeVisible();
  await tabTo(page, /^Maximum/);
  await expect(focused(page)).toHaveValue("35,000.00");
  await write(page, "40000");
  await tabTo(page, /^Why you need it/);
  await page.keyboard.type("The autumn catalogue is printed in one go.");
  await tabTo(page, /^Send the request/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/limit-requests\/lrq_/);
  await expectKept(page);
  expect(await usedPointer(page)).toBeNull();
});

test("an approver claims it, reads it and decides, by keyboard alone", async ({
  page,
  baseURL,
}) => {
  await enter(page, baseURL, "approver2@acquirer.demo");
  await page.goto(`/queue?q=${MID}`);
  await expect(page.getByRole("link", { name: NAME })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(focused(page)).toContainText(NAME, { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await page.keyboard.press("c");
  const claimed = page.getByText("Claimed", { exact: true });
  await expect(claimed).toBeVisible();
  await expectTold(claimed);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { expanded: true })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(focused(page)).toContainText(NAME);
  await page.keyboard.press("o");
  await page.waitForURL(/\/queue\/\d+\/lrq_/);
  await expect(page.locator("main")).toBeFocused();
  await expect(page.getByLabel("Your reasoning")).toBeVisible();
  await expect(claimed).toBeHidden();
  await tabTo(page, /^Approve ¥40,000\.00/);
  await tabTo(page, /^Your reasoning/);
  await page.keyboard.type("Use supports it.");
  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("¥40,000.00");
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await tabTo(page, /^Approve$/);
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByText("This request is no longer waiting for a decision.")).toBeVisible();
  await expectKept(page);
  expect(await usedPointer(page)).toBeNull();
});

test("before a charge a cashier tries it, charges less, and another till, by keyboard alone", async ({
  page,
  baseURL,
}) => {
  await enter(page, baseURL, OWNER);
  await page.goto(`/check?terminal=${TIDS[0]}`);
  await expect(focused(page)).toHaveAttribute("inputmode", "decimal");
  await page.keyboard.type("45000");
  await page.keyboard.press("Enter");
  const spoken = page.getByRole("main").getByRole("status");
  await expect(spoken).toContainText("This charge would be refused");
  await tabTo(page, /^Charge ¥40,000\.00 instead/);
  await page.keyboard.press("Enter");
  await expect(spoken).toContainText("This charge may go ahead");
  await expectKept(page);
  await page.goto(`/check?terminal=${TIDS[0]}`);
  await expect(focused(page)).toHaveAttribute("inputmode", "decimal");
  await page.keyboard.press("Shift+Tab");
  await expect(focused(page)).toHaveValue(TIDS[0]);
  await page.keyboard.press("ArrowDown");
  await expect(focused(page)).toHaveValue(TIDS[1]);
  await page.keyboard.press("Tab");
  await page.keyboard.type("35000");
  await page.keyboard.press("Enter");
  await expect(spoken).toContainText("This charge would be refused");
  expect(await usedPointer(page)).toBeNull();
});

test("a table is sorted and arranged by keyboard, and the focus stays where it was", async ({
  page,
  baseURL,
}) => {
  await enter(page, baseURL, OWNER);
  await page.goto("/terminals");
  await tabTo(page, /^Columns/);
  await page.keyboard.press("Enter");
  const menu = page.getByRole("menu");
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(focused(page)).toHaveText("Columns");
  await tabTo(page, /^Last seen/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/sort=seen/);
  await expect(page.locator("th[aria-sort]")).toHaveText("Last seen");
  await expectKept(page);
  expect(await usedPointer(page)).toBeNull();
});

for (const [what, email, path] of [
  ["one terminal", OWNER, `/terminals/${TIDS[0]}`],
  ["the desk", "approver2@acquirer.demo", "/desk"],
  ["the settings", "admin@acquirer.demo", "/settings"],
] as const) {
  test(`Tab leads through ${what} from top to bottom, and each stop is seen`, async ({
    page,
    baseURL,
  }) => {
    await enter(page, baseURL, email);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.evaluate(() => document.body.focus());
    const stops: string[] = [];
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press("Tab");
      const isOver = await page.evaluate(() => document.activeElement === document.body);
      if (isOver) break;
      stops.push(await readFocus(page));
      await expectSeen(page, stops.at(-1) ?? "");
      const isInOrder = await page.evaluate(() => {
        const now = document.activeElement as HTMLElement;
        const before = document.querySelector("[data-stop]");
        const follows =
          !before ||
          Boolean(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) ||
          before.contains(now);
        before?.removeAttribute("data-stop");
        now.setAttribute("data-stop", "");
        return follows;
      });
      expect(isInOrder, stops.slice(-2).join(" -> ")).toBe(true);
    }
    expect(stops[0]).toContain("Skip to content");
    expect(stops.length).toBeGreaterThan(12);
  });
}
