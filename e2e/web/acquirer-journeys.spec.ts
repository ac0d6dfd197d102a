import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { makeKey } from "@/e2e/command-line";
import { FORBIDDEN, holdAction, sendAs } from "@/e2e/held-action";
import { addPeople, enterAs } from "@/e2e/own-people";
import { cny, importOwnWorld } from "@/e2e/own-world";

test.describe.configure({ timeout: 180_000 });

// A merchant of its own for each run, so that nobody else's terminal stands still.
const RUN = String(Date.now()).slice(-6);
const MID = `898210157${RUN}`;
const NAME = `Damson Books ${RUN}`;
const TIDS = { en: `DE${RUN}`, "zh-CN": `DZ${RUN}` } as const;
const OWNER = `owner-${RUN}@damson.test`;
const REVIEWER = "reviewer@acquirer.demo";

let key = "";

test.beforeAll(async () => {
  const limits = Object.values(TIDS).map(
    (terminal_id) => ({ terminal_id, window: "daily", max_amount: 5_000_000 }) as const,
  );
  await importOwnWorld(MID, Object.values(TIDS), limits, NAME);
  await addPeople(MID, [{ email: OWNER, name: "Damson Owner", role: "merchant_owner" }]);
  key = await makeKey(MID, "limit_requests:write,limits:read,checks:run");
});

const headers = () => ({ authorization: `Bearer ${key}` });

async function askForMore(request: APIRequestContext, terminal: string): Promise<string> {
  const path = `/api/v1/limits?terminal_id=${terminal}`;
  const { data } = await (await request.get(path, { headers: headers() })).json();
  const answer = await request.post("/api/v1/limit-requests", {
    headers: { ...headers(), "idempotency-key": `journey-${terminal}` },
    data: {
      limit_id: data[0].limit_id,
      requested: { max_amount: cny(6_000_000) },
      justification: "The school orders its books in one day.",
    },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()).id;
}

async function decisionOn(request: APIRequestContext, terminal: string): Promise<string> {
  const data = { terminal_id: terminal, amount: cny(100) };
  return (await (await request.post("/api/v1/checks", { headers: headers(), data })).json())
    .decision;
}

const TALES = {
  en: {
    question: {
      ...{ act: "Ask the merchant", field: "Your question", send: "Send the question" },
      ...{
        sent: "Question sent",
        answerIt: "Answer",
        answer: "Your answer",
        reply: "Send the answer",
      },
      ...{ answered: "Question answered", decide: "Decide" },
    },
    stand: {
      ...{
        suspend: "Suspend",
        activate: "Activate",
        reason: "Reason",
        confirm: "Confirm the change",
      },
      ...{
        short: "Give a reason of at least 5 characters.",
        suspended: "Suspended",
        active: "Active",
      },
      ...{ off: "Turn off", on: "Turn on", stopped: "Not accepting payments" },
      settlement: "Settlement is stopped; card payments go on",
    },
    find: { field: "TID, serial number, MID or merchant name", go: "Search" },
    codes: {
      ...{ change: /^Change: Reasons and codes/, reason: "Above the limit per charge" },
      ...{
        look: "See what changes",
        one: "1 reason shows another code",
        propose: "Propose the change",
      },
      ...{
        waiting: "Waiting for a second person",
        takeBack: /^Take back/,
        withdrawn: "Taken back",
      },
      another: "Change",
    },
    read: {
      ...{ only: "Only reviewers and approvers decide requests.", noRole: "Not for your role" },
      ...{ status: "Merchant status set", apply: "Apply", allApplied: "all applied" },
      action: "Action",
    },
  },
  "zh-CN": {
    question: {
      ...{ act: "向商户提问", field: "您的问题", send: "发送问题" },
      ...{ sent: "问题已发送", answerIt: "回复", answer: "您的回复", reply: "提交回复" },
      ...{ answered: "回复问题", decide: "作出决定" },
    },
    stand: {
      ...{ suspend: "暂停", activate: "启用", reason: "原因", confirm: "确认更改" },
      ...{ short: "请填写至少 5 个字的原因。", suspended: "已暂停", active: "正常" },
      ...{ off: "关闭", on: "打开", stopped: "不能收款" },
      settlement: "结算已停止，收款照常",
    },
    find: { field: "终端号、机具序列号、商户号或商户名称", go: "搜索" },
    codes: {
      ...{ change: /^更改：原因与返回码/, reason: "超过单笔限额" },
      ...{ look: "查看影响", one: "1 个原因的返回码", propose: "提交更改" },
      ...{ waiting: "等待第二人确认", takeBack: /^撤回/, withdrawn: "已撤回" },
      another: "更改",
    },
    read: {
      ...{ only: "只有审核员和复核员可以审批。", noRole: "您的角色不能查看此页" },
      ...{ status: "设置商户状态", apply: "应用", allApplied: "已全部执行" },
      action: "操作",
    },
  },
} as const;

type Locale = keyof typeof TALES;

/** Opens the change, gives the reason, sends it. */
async function change(
  page: Page,
  words: (typeof TALES)[Locale]["stand"],
  button: string,
  why: string,
) {
  await page.getByRole("button", { name: button, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(words.reason).fill("no");
  await dialog.getByRole("button", { name: words.confirm }).click();
  await expect(dialog).toContainText(words.short);
  await dialog.getByLabel(words.reason).fill(why);
  return dialog.getByRole("button", { name: words.confirm });
}

for (const locale of Object.keys(TALES) as Locale[]) {
  const words = TALES[locale];
  const terminal = TIDS[locale];

  test(`a reviewer asks, the owner answers, the reviewer reads it (${locale})`, async ({
    browser,
    request,
  }) => {
    const id = await askForMore(request, terminal);
    const reviewer = await enterAs(browser, REVIEWER, locale);
    await reviewer.goto(`/queue?q=${terminal}`);
    await expect(reviewer.getByRole("row").filter({ hasText: "¥60,000.00" })).toHaveCount(1);
    await reviewer.getByRole("link", { name: NAME }).click();
    await reviewer.waitForURL(new RegExp(id));
    await reviewer.getByRole("radio", { name: words.question.act }).check();
    await reviewer.getByLabel(words.question.field).fill("Which school is it?");
    await reviewer.getByRole("button", { name: words.question.send }).click();
    await expect(reviewer.getByText(words.question.sent)).toBeVisible();

    const owner = await enterAs(browser, OWNER, locale);
    await owner.goto("/home");
    const asked = owner.getByRole("listitem").filter({ hasText: "Which school is it?" });
    await asked.getByRole("link", { name: words.question.answerIt }).click();
    await owner.waitForURL(new RegExp(`/limit-requests/${id}`));
    await owner.getByLabel(words.question.answer).fill("No. 3 Middle School, 第三中学.");
    await owner.getByRole("button", { name: words.question.reply }).click();
    await expect(owner.getByText(words.question.answered)).toBeVisible();
    await expect(owner.getByLabel(words.question.answer)).toHaveCount(0);

    await reviewer.goto("/inbox");
    await reviewer.locator(`main a[href*="${id}"]`).first().click();
    await reviewer.waitForURL(new RegExp(`/queue/${MID}/${id}`));
    await expect(reviewer.getByText("No. 3 Middle School, 第三中学.").first()).toBeVisible();
    await expect(reviewer.getByRole("heading", { name: words.question.decide })).toBeVisible();
    await reviewer.context().close();
    await owner.context().close();
  });

  test(`an approver finds a merchant by a serial number and stops it for a while (${locale})`, async ({
    browser,
    request,
  }) => {
    const approver = await enterAs(browser, "approver2@acquirer.demo", locale);
    const reviewer = await enterAs(browser, REVIEWER, locale);
    await approver.goto("/registry");
    await approver.getByLabel(words.find.field).fill(`SN${terminal}`);
    await approver.getByRole("button", { name: words.find.go, exact: true }).click();
    await expect(approver.getByRole("row")).toHaveCount(2);
    await approver.getByRole("link", { name: terminal }).click();
    await approver.waitForURL(new RegExp(`/merchants/${MID}/terminals/${terminal}$`));
    await approver.getByRole("link", { name: NAME }).click();
    await approver.waitForURL(new RegExp(`/merchants/${MID}$`));

    const send = await change(approver, words.stand, words.stand.suspend, "Site visit failed 巡检");
    const held = await holdAction(approver, () => send.click());
    await reviewer.goto(`/merchants/${MID}`);
    await expect(reviewer.getByText(words.stand.active).first()).toBeVisible();
    for (const name of [words.stand.suspend, words.stand.off]) {
      await expect(reviewer.getByRole("button", { name, exact: true })).toHaveCount(0);
    }
    expect(await sendAs(reviewer, held)).toContain(FORBIDDEN);
    expect(await decisionOn(request, terminal)).toBe("approve");

    await send.click();
    await expect(approver.getByRole("dialog")).toHaveCount(0);
    await expect(approver.getByText(words.stand.suspended).first()).toBeVisible();
    expect(await decisionOn(request, terminal)).toBe("decline");
    const owner = await enterAs(browser, OWNER, locale);
    await owner.goto("/home");
    await expect(owner.getByRole("main")).toContainText(words.stand.stopped);
    await expect(owner.getByRole("main")).toContainText("Site visit failed 巡检");

    await (await change(approver, words.stand, words.stand.activate, "Visited again")).click();
    await expect(approver.getByText("Visited again").first()).toBeVisible();
    await expect.poll(() => decisionOn(request, terminal)).toBe("approve");
    await (await change(approver, words.stand, words.stand.off, "Account closed")).click();
    await expect(approver.getByRole("button", { name: words.stand.on })).toBeVisible();
    await owner.goto("/compliance");
    await expect(owner.getByRole("main")).toContainText(words.stand.settlement);
    await (await change(approver, words.stand, words.stand.on, "New account")).click();
    await expect(approver.getByRole("button", { name: words.stand.on })).toHaveCount(0);
    for (const page of [approver, reviewer, owner]) await page.context().close();
  });

  test(`an auditor reads who changed what, and can change nothing (${locale})`, async ({
    browser,
  }) => {
    const auditor = await enterAs(browser, "auditor@acquirer.demo", locale);
    await auditor.goto(`/audit?merchant=898210154110003`);
    const rows = auditor.locator("tbody").getByRole("row");
    await expect(rows.nth(1)).toBeVisible();
    const all = await rows.count();
    await auditor
      .getByLabel(words.read.action, { exact: true })
      .selectOption({ label: words.read.status });
    await auditor.getByRole("button", { name: words.read.apply }).click();
    await expect(auditor).toHaveURL(/action=merchant.set_status/);
    await expect(rows.first()).toContainText(words.read.status);
    expect(await rows.count()).toBeLessThan(all);
    await expect(rows.first().locator("ins").first()).toBeVisible();

    await auditor.goto("/queue");
    await auditor.locator("a[href*='lrq_']").first().click();
    await expect(auditor.getByText(words.read.only)).toBeVisible();
    await auditor.goto("/settings");
    await expect(auditor.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(auditor.getByRole("main").getByRole("button")).toHaveCount(0);
    await auditor.goto("/system");
    await expect(auditor.getByRole("main")).toContainText(words.read.allApplied);
    await auditor.goto("/people");
    await expect(auditor.getByRole("heading", { level: 1 })).toHaveText(words.read.noRole);
    await auditor.context().close();
  });

  test(`an admin proposes another code for a reason and takes it back (${locale})`, async ({
    browser,
  }) => {
    const admin = await enterAs(browser, "admin@acquirer.demo", locale);
    await admin.goto("/settings/response-codes?profile=iso8583_1987");
    await admin.getByRole("button", { name: words.codes.change }).click();
    await admin.getByLabel(words.codes.reason, { exact: true }).selectOption("13");
    await admin.getByRole("button", { name: words.codes.look }).click();
    await expect(admin.getByRole("dialog")).toContainText(words.codes.one);
    const propose = admin.getByRole("button", { name: words.codes.propose });
    const held = await holdAction(admin, () => propose.click());
    const auditor = await enterAs(browser, "auditor@acquirer.demo", locale);
    await auditor.goto("/settings/response-codes?profile=iso8583_1987");
    await expect(auditor.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(auditor.getByRole("button", { name: words.codes.change })).toHaveCount(0);
    expect(await sendAs(auditor, held)).toContain(FORBIDDEN);
    await propose.click();
    const waiting = admin.getByRole("region", { name: words.codes.waiting });
    await expect(waiting).toBeVisible();
    await waiting.getByRole("button", { name: words.codes.takeBack }).click();
    await admin
      .getByRole("alertdialog")
      .getByRole("button", { name: words.codes.takeBack })
      .click();
    await expect(admin.getByText(words.codes.withdrawn)).toBeVisible();
    await admin.context().close();
    await auditor.context().close();
  });
}
