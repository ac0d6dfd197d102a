import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { signInByForm } from "@/e2e/sign-in";
import { SUNRISE } from "@/prisma/seed/demo-people";

const TERMINAL = "00018644";

const STORIES = {
  en: {
    refused: "This charge would be refused",
    passes: "This charge can go ahead",
    why: /50,000\.00/,
    ask: "Ask for a higher limit",
    maximum: "Maximum",
    justification: "Why you need it",
    because: "A wholesale customer pays for a month at once.",
    twoPeople: /Two people of the acquirer must approve it/,
    send: "Send the request",
    lower: "Lower the limit",
    reasoning: "Your reasoning",
    first: "Give the first approval",
    firstDone: "You have decided about this request.",
    confirm: /^Confirm ¥60,000\.00/,
    approve: "Approve",
    decided: "This request is no longer waiting for a decision.",
    inForce: "Applied",
    firstStep: "First approval",
    heard: /00018644/,
  },
  "zh-CN": {
    refused: "这笔收款会被拒绝",
    passes: "可以收款",
    why: /50,000\.00/,
    ask: "申请调整限额",
    maximum: "最高金额",
    justification: "申请理由",
    because: "批发客户每月一次付清全部货款。",
    twoPeople: /须由收单机构两人审批/,
    send: "提交申请",
    lower: "调低限额",
    reasoning: "您的理由",
    first: "初审通过",
    firstDone: "您已对这个申请作出决定，后续由他人处理。",
    confirm: /^确认 ¥60,000\.00/,
    approve: "批准",
    decided: "这个申请已不在等待审批。",
    inForce: "已生效",
    firstStep: "初审通过",
    heard: /00018644/,
  },
} as const;

type Locale = keyof typeof STORIES;
type Words = (typeof STORIES)[Locale];

test.describe.configure({ mode: "serial", timeout: 240_000 });

async function enter(browser: Browser, locale: Locale, email: string): Promise<Page> {
  const context = await browser.newContext({ locale });
  const page = await context.newPage();
  await signInByForm(page, email);
  // Whoever has chosen a language before is met in it.
  await context.addCookies([{ name: "locale", value: locale, url: page.url() }]);
  return page;
}

async function expectAccessible(page: Page): Promise<void> {
  // An address changes before its page is there.
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
}

/** Types the amount and presses Enter, nothing else. */
async function check(page: Page, amount: string): Promise<Locator> {
  await page.goto(`/check?terminal=${TERMINAL}`);
  await page.locator("input[inputmode=decimal]").fill(amount);
  await page.keyboard.press("Enter");
  return page.locator("main").getByRole("status");
}

async function isRefused(owner: Page, words: Words): Promise<void> {
  await expect(await check(owner, "52000")).toContainText(words.refused);
  const reason = owner.locator("[data-reason=PER_TRANSACTION_LIMIT_EXCEEDED]");
  await expect(reason).toContainText(words.why);
  await expectAccessible(owner);
}

async function asks(owner: Page, words: Words): Promise<string> {
  await owner.getByRole("link", { name: words.ask }).click();
  const maximum = owner.getByRole("textbox", { name: words.maximum });
  await expect(maximum).toHaveValue("52,000.00");
  await maximum.fill("60000");
  await owner.getByLabel(words.justification).fill(words.because);
  await expect(owner.getByText(words.twoPeople)).toBeVisible();
  await expectAccessible(owner);
  await owner.getByRole("button", { name: words.send }).click();
  await owner.waitForURL(/\/limit-requests\/lrq_/);
  await expectAccessible(owner);
  return new URL(owner.url()).pathname.split("/").at(-1)!;
}

async function givesFirstApproval(reviewer: Page, id: string, words: Words): Promise<void> {
  await reviewer.goto(`/queue?q=${TERMINAL}`);
  await reviewer.locator(`a[href*="${id}"]`).first().click();
  await expect(reviewer.getByText(words.because).first()).toBeVisible();
  await reviewer.getByLabel(words.reasoning).fill("90 days of use support it.");
  await reviewer.getByRole("button", { name: words.first }).click();
  await reviewer.getByRole("alertdialog").getByRole("button", { name: words.first }).click();
  await expect(reviewer.getByText(words.firstDone)).toBeVisible();
  // The maker of the first approval is not the one who gives the second.
  await expect(reviewer.getByRole("button", { name: words.approve, exact: true })).toHaveCount(0);
}

async function approves(approver: Page, id: string, words: Words): Promise<void> {
  await approver.goto(`/queue/${SUNRISE}/${id}`);
  await approver.getByRole("radio", { name: words.confirm }).check();
  await approver.getByLabel(words.reasoning).fill("Agreed.");
  await approver.getByRole("button", { name: words.approve, exact: true }).click();
  const dialog = approver.getByRole("alertdialog");
  await expect(dialog).toContainText("¥60,000.00");
  await dialog.getByRole("button", { name: words.approve, exact: true }).click();
  await expect(approver.getByText(words.decided)).toBeVisible();
}

async function isToldByTheTrail(auditor: Page, id: string): Promise<void> {
  await auditor.goto(`/audit?subject=${id}`);
  const rows = auditor.getByRole("row");
  await expect(rows.filter({ hasText: "王晨" })).not.toHaveCount(0);
  await expect(rows.filter({ hasText: "李敏" })).not.toHaveCount(0);
  const applied = rows.filter({ hasText: "Zhang Wei" });
  await expect(applied.first()).toBeVisible();
  await expectAccessible(auditor);
}

/** Lowering applies at once: the limit is again what it was before the story. */
async function lowersAgain(owner: Page, words: Words): Promise<void> {
  await owner.goto(`/limit-requests/new?terminal=${TERMINAL}`);
  await owner.locator('main li:has-text("60,000.00") a[href*="limit="]').click();
  await owner.getByRole("textbox", { name: words.maximum }).fill("50000");
  await owner.getByLabel(words.justification).fill(words.because);
  await owner.getByRole("button", { name: words.lower }).click();
  await owner.getByRole("alertdialog").getByRole("button", { name: words.lower }).click();
  await owner.waitForURL(/\/limit-requests\/lrq_/);
  await expect(owner.getByText(words.inForce).first()).toBeVisible();
}

for (const locale of Object.keys(STORIES) as Locale[]) {
  const words = STORIES[locale];
  test(`a refused charge, a request, two approvals, and the charge passes (${locale})`, async ({
    browser,
  }) => {
    const owner = await enter(browser, locale, "owner@sunrise.demo");
    await isRefused(owner, words);
    const id = await asks(owner, words);

    const reviewer = await enter(browser, locale, "reviewer@acquirer.demo");
    await givesFirstApproval(reviewer, id, words);
    await expect(await check(owner, "52000")).toContainText(words.refused);

    const approver = await enter(browser, locale, "approver@acquirer.demo");
    await approves(approver, id, words);
    await expect(await check(owner, "52000")).toContainText(words.passes);

    await owner.goto(`/limit-requests/${id}`);
    await expect(owner.getByText(words.firstStep).first()).toBeVisible();
    await expect(owner.getByText(words.inForce).first()).toBeVisible();
    await owner.goto("/notifications");
    await expect(owner.getByRole("main")).toContainText(words.heard);

    await isToldByTheTrail(await enter(browser, locale, "auditor@acquirer.demo"), id);
    await lowersAgain(owner, words);
    await expect(await check(owner, "52000")).toContainText(words.refused);
    for (const page of [owner, reviewer, approver]) await page.context().close();
  });
}
