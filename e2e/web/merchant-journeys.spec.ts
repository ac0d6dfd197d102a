import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { makeKey } from "@/e2e/command-line";
import { FORBIDDEN, holdAction, sendAs } from "@/e2e/held-action";
import { addPeople, enterAs } from "@/e2e/own-people";
import { cny, importOwnWorld } from "@/e2e/own-world";

test.describe.configure({ mode: "default", timeout: 180_000 });

// A merchant of its own for each run, so that no other test meets its figures.
const RUN = String(Date.now()).slice(-6);
const MID = `898210156${RUN}`;
const BUSY = { en: `JA${RUN}`, "zh-CN": `JB${RUN}` } as const;
const QUIET = `JZ${RUN}`;
const OWNER = `owner-${RUN}@quince.test`;
const STAFF = `staff-${RUN}@quince.test`;

let key = "";
let serial = 0;

test.beforeAll(async () => {
  await importOwnWorld(
    MID,
    [...Object.values(BUSY), QUIET],
    [
      ...Object.values(BUSY).flatMap((terminal_id) => [
        { terminal_id, window: "daily", max_amount: 10_000_000 } as const,
        { terminal_id, window: "per_transaction", max_amount: 5_000_000 } as const,
      ]),
      { terminal_id: QUIET, window: "daily", max_amount: 2_000_000 },
    ],
    `Quince Deli ${RUN}`,
  );
  await addPeople(MID, [
    { email: OWNER, name: "Quince Owner", role: "merchant_owner" },
    { email: STAFF, name: "Quince Staff", role: "merchant_staff" },
  ]);
  const scopes = "transactions:write,reservations:write,limits:read,limit_requests:write";
  key = await makeKey(MID, scopes);
});

async function call(request: APIRequestContext, path: string, data: unknown) {
  const headers = { authorization: `Bearer ${key}`, "idempotency-key": `j-${RUN}-${++serial}` };
  const answer = await request.post(`/api/v1${path}`, { headers, data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

const charge = (terminal_id: string, value: number) => ({ terminal_id, amount: cny(value) });
const sale = (terminal: string, value: number) => ({
  ...{ ...charge(terminal, value), external_id: `${terminal}-${++serial}`, response_code: "00" },
  occurred_at: new Date().toISOString(),
});

const limits = async (request: APIRequestContext, query: string) => {
  const headers = { authorization: `Bearer ${key}` };
  return (await (await request.get(`/api/v1/limits?${query}`, { headers })).json()).data;
};

const TALES = {
  en: {
    day: {
      spent: 2_000_000,
      left: "¥80,000.00 left of ¥100,000.00",
      upTo: "up to ¥50,000.00 a charge now",
      resets: /^resets in /,
      accepting: "Accepting payments",
    },
    find: { field: "Number, name or store", go: "Filter" },
    hold: {
      title: "Held for charges under way",
      reserved: "¥3,000.00 reserved",
      release: "Release",
      done: "Released; it may be charged again.",
    },
    limits: { importedBy: "Acquirer, by import", daily: "daily" },
    request: {
      ...{ maximum: "Maximum", why: "Why you need it", send: "Send the request" },
      ...{ withdraw: "Withdraw", withdrawn: "Withdrawn" },
    },
    keys: {
      ...{ create: "Create a key", name: "Name", may: /^run checks/, make: "Create the key" },
      ...{ key: "API key", stored: "I have stored it", revoke: /^Revoke/, revoked: "Revoked" },
    },
    read: { all: "Mark all as read", some: /^Notifications, \d+ unread/, none: /none unread/ },
    account: {
      ...{ current: "Current password", next: "New password", change: "Change password" },
      ...{ wrong: "The password is not right.", endAll: "Sign out everywhere else" },
      ended: /\d+ other sessions? ended/,
    },
    team: { invite: "Invite somebody", email: "E-mail", make: "Make the sign-up link" },
    told: { percent: "80 % used", save: "Save", saved: "Saved. It counts from now on." },
    reference: {
      lead: /Every operation a till or a back end may call/,
      copy: "Copy",
      copied: "Copied",
    },
    staff: {
      ...{
        more: "Ask for more",
        change: "Ask for a change",
        askOwner: /The owner of this merchant can/,
      },
      ...{ noRole: "Not for your role", told: "Notifications go to owners" },
    },
  },
  "zh-CN": {
    day: {
      spent: 1_000_000,
      left: "剩余 ¥90,000.00，上限 ¥100,000.00",
      upTo: "当前单笔最多可收 ¥50,000.00",
      resets: /后重置/,
      accepting: "正常收款",
    },
    find: { field: "终端号、名称或门店", go: "筛选" },
    hold: {
      title: "为进行中的交易预占",
      reserved: "预占 ¥3,000.00",
      release: "释放",
      done: "已释放，可再次收款。",
    },
    limits: { importedBy: "收单机构导入", daily: "单日" },
    request: {
      ...{ maximum: "最高金额", why: "申请理由", send: "提交申请" },
      ...{ withdraw: "撤回", withdrawn: "已撤回" },
    },
    keys: {
      ...{ create: "创建密钥", name: "名称", may: /^预检/, make: "创建密钥" },
      ...{ key: "API 密钥", stored: "已妥善保存", revoke: /^吊销/, revoked: "已吊销" },
    },
    read: { all: "全部标为已读", some: /^通知，\d+ 条未读/, none: /没有未读/ },
    account: {
      ...{ current: "当前密码", next: "新密码", change: "修改密码" },
      ...{ wrong: "密码不正确。", endAll: "退出其他所有设备" },
      ended: /已退出 \d+ 台其他设备/,
    },
    team: { invite: "邀请成员", email: "邮箱", make: "生成注册链接" },
    told: { percent: "已用 80%", save: "保存", saved: "已保存，即刻生效。" },
    reference: { lead: /收银/, copy: "复制", copied: "已复制" },
    staff: {
      ...{ more: "申请提额", change: "新建申请", askOwner: /商户负责人可以/ },
      ...{ noRole: "您的角色不能查看此页", told: "通知发送给商户负责人" },
    },
  },
} as const;

type Locale = keyof typeof TALES;

for (const locale of Object.keys(TALES) as Locale[]) {
  const words = TALES[locale];
  const busy = BUSY[locale];

  test(`an owner sees what is left, finds the terminal, gives a hold back (${locale})`, async ({
    browser,
    request,
  }) => {
    await call(request, "/transactions", sale(busy, words.day.spent));
    await call(request, "/reservations", charge(busy, 300_000));
    const page = await enterAs(browser, OWNER, locale);

    await test.step("home", async () => {
      await page.goto("/home");
      const main = page.getByRole("main");
      await expect(main).toContainText(words.day.accepting);
      await expect(main).toContainText(words.day.upTo);
      await expect(main).toContainText(words.hold.reserved);
      await expect(main.getByText(words.day.resets).first()).toBeVisible();
    });
    await test.step("terminals", async () => {
      await page.goto("/terminals");
      await page.getByLabel(words.find.field).fill(busy.slice(0, 2));
      await page.getByRole("button", { name: words.find.go, exact: true }).click();
      await expect(page).toHaveURL(/q=J[AB]/);
      await expect(page.getByRole("row")).toHaveCount(2);
      await page.getByRole("link", { name: busy }).click();
      await page.waitForURL(new RegExp(`/terminals/${busy}$`));
    });
    await test.step("one terminal", async () => {
      const hold = page.getByRole("table", { name: words.hold.title });
      await expect(hold).toContainText("¥3,000.00");
      await hold.getByRole("button", { name: words.hold.release }).click();
      const ask = page.getByRole("alertdialog");
      await expect(ask).toContainText("¥3,000.00");
      await ask.getByRole("button", { name: words.hold.release }).click();
      await expect(page.getByText(words.hold.done)).toBeVisible();
      await expect(hold).toHaveCount(0);
      await expect(page.getByRole("main")).toContainText(words.day.left);
    });
    await test.step("limits of all terminals", async () => {
      await page.goto(`/limits?q=${busy}&window=daily`);
      const row = page.getByRole("row").filter({ hasText: busy });
      await expect(row).toContainText(words.limits.daily);
      await expect(row).toContainText("100,000.00");
      await expect(row).toContainText(words.limits.importedBy);
      await page.goto("/limits?sort=limit&dir=desc");
      const first = page.locator("tbody tr").first();
      await expect(first).toContainText(QUIET);
    });
    await page.context().close();
  });

  test(`an owner asks, thinks better of it, and is told of nothing twice (${locale})`, async ({
    browser,
    request,
  }) => {
    const [limit] = await limits(request, `terminal_id=${QUIET}&window=daily`);
    const page = await enterAs(browser, OWNER, locale);

    await test.step("a request is sent once, found in the list and withdrawn", async () => {
      await page.goto(`/limit-requests/new?limit=${limit.limit_id}`);
      await page.getByRole("textbox", { name: words.request.maximum }).fill("30000");
      await page.getByLabel(words.request.why).fill("The terrace opens for the summer season.");
      const sent: string[] = [];
      page.on("request", (one) => {
        if (one.headers()["next-action"] !== undefined) sent.push(one.url());
      });
      await page.getByRole("button", { name: words.request.send }).dblclick();
      await page.waitForURL(/\/limit-requests\/lrq_/);
      expect(sent).toHaveLength(1);
      page.removeAllListeners("request");
      await page.goto(`/limit-requests?q=${QUIET}`);
      const open = page.getByRole("row").filter({ hasNotText: words.request.withdrawn });
      await expect(open).toHaveCount(2);
      await open.last().getByRole("link").first().click();
      await page.waitForURL(/\/limit-requests\/lrq_/);
      await expect(page.getByRole("main")).toContainText("¥30,000.00");
      await page.getByRole("button", { name: words.request.withdraw }).click();
      const ask = page.getByRole("alertdialog");
      await ask.getByRole("button", { name: words.request.withdraw }).click();
      await expect(page.locator("main header")).toContainText(words.request.withdrawn);
      await expect(page.getByRole("button", { name: words.request.withdraw })).toHaveCount(0);
    });
    await test.step("notifications", async () => {
      await call(request, "/limit-requests", {
        ...{ limit_id: limit.limit_id, justification: "The till asks for more by itself." },
        requested: { max_amount: cny(3_500_000) },
      });
      await page.goto("/notifications");
      await expect(page.getByRole("link", { name: words.read.some })).toBeVisible();
      await page.getByRole("button", { name: words.read.all }).click();
      await expect(page.getByRole("link", { name: words.read.none })).toBeVisible();
      await expect(page.getByRole("button", { name: words.read.all })).toHaveCount(0);
      await page.getByRole("main").getByRole("link", { name: QUIET }).first().click();
      await page.waitForURL(/\/limit-requests\/lrq_/);
      await page.getByRole("button", { name: words.request.withdraw }).click();
      await page
        .getByRole("alertdialog")
        .getByRole("button", { name: words.request.withdraw })
        .click();
      await expect(page.locator("main header")).toContainText(words.request.withdrawn);
    });
    await page.context().close();
  });

  test(`an owner makes a key for a till and takes it away again (${locale})`, async ({
    browser,
    request,
  }) => {
    const page = await enterAs(browser, OWNER, locale);
    const name = `Till ${locale}`;
    await test.step("the reference is read in the till's own language", async () => {
      await page.goto("/developers");
      await expect(page.getByText(words.reference.lead)).toBeVisible();
      const operation = page.getByRole("article").filter({ hasText: "POST /checks" }).first();
      await operation.getByRole("button", { name: "PHP" }).click();
      await expect(operation.getByText("stream_context_create")).toBeVisible();
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await operation.getByRole("button", { name: words.reference.copy }).click();
      await expect(operation).toContainText(words.reference.copied);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
        "stream_context_create",
      );
    });
    await test.step("a key is made, asks, and is revoked", async () => {
      await page.goto("/developers/keys");
      await page.getByRole("button", { name: words.keys.create }).click();
      await page.getByRole("textbox", { name: words.keys.name }).fill(name);
      await page.getByRole("checkbox", { name: words.keys.may }).check();
      await page.getByRole("dialog").getByRole("button", { name: words.keys.make }).click();
      const made = await page.getByLabel(words.keys.key, { exact: true }).inputValue();
      await page.getByRole("button", { name: words.keys.stored }).click();
      const ask = async () => {
        const headers = { authorization: `Bearer ${made}` };
        return (
          await request.post("/api/v1/checks", { headers, data: charge(busy, 100) })
        ).status();
      };
      expect(await ask()).toBe(200);
      const row = page.getByRole("row", { name });
      await row.getByRole("button", { name: words.keys.revoke }).click();
      await page.getByRole("alertdialog").getByRole("button", { name: words.keys.revoke }).click();
      await expect(row).toContainText(words.keys.revoked);
      await expect.poll(ask).toBe(401);
    });
    await page.context().close();
  });

  test(`an owner looks after people, what they are told, and their own account (${locale})`, async ({
    browser,
  }) => {
    const page = await enterAs(browser, OWNER, locale);
    await test.step("team", async () => {
      await page.goto("/team");
      await expect(page.getByRole("row").filter({ hasText: STAFF })).toBeVisible();
      await page.getByRole("button", { name: words.team.invite }).click();
      await page.getByLabel(words.team.email).fill(`new-${locale}-${RUN}@quince.test`);
      await page.getByRole("button", { name: words.team.make }).click();
      await expect(page.locator("input[readonly]")).toHaveValue(/sign-up\?token=/);
      const invited = await (await browser.newContext({ locale })).newPage();
      const link = new URL(await page.locator("input[readonly]").inputValue());
      await invited.goto(link.pathname + link.search);
      await expect(invited.locator("input[type=password]")).toBeVisible();
      expect((await new AxeBuilder({ page: invited }).analyze()).violations).toEqual([]);
      await invited.context().close();
      await page.keyboard.press("Escape");
      await expect(page.getByRole("row").filter({ hasText: `new-${locale}-${RUN}` })).toBeVisible();
    });
    await test.step("what they are told", async () => {
      await page.goto("/notifications/preferences");
      const box = page.getByRole("checkbox", { name: words.told.percent });
      const was = await box.isChecked();
      const save = page.getByRole("button", { name: words.told.save });
      await expect(async () => {
        await box.setChecked(!was);
        await expect(save).toBeEnabled({ timeout: 500 });
      }).toPass({ timeout: 15_000 });
      await save.click();
      await expect(page.getByText(words.told.saved)).toBeVisible();
      await page.reload();
      await expect(box).toBeChecked({ checked: !was });
    });
    await test.step("account", async () => {
      const elsewhere = await enterAs(browser, OWNER, locale);
      await page.goto("/account");
      await page.getByLabel(words.account.current).fill("anything at all");
      await page.getByLabel(words.account.next).fill("lantern over water");
      await page.getByRole("button", { name: words.account.change }).click();
      await expect(page.getByText(words.account.wrong)).toBeVisible();
      await page.getByRole("button", { name: words.account.endAll }).click();
      const ask = page.getByRole("alertdialog");
      await ask.getByRole("button", { name: words.account.endAll }).click();
      await expect(page.getByText(words.account.ended)).toBeVisible();
      await elsewhere.goto("/home");
      await expect(elsewhere).toHaveURL(/sign-in/);
      await elsewhere.context().close();
    });
    await page.context().close();
  });

  test(`a member of staff sees the same figures and is offered nothing to change (${locale})`, async ({
    browser,
    request,
  }) => {
    await call(request, "/reservations", charge(busy, 300_000));
    const page = await enterAs(browser, STAFF, locale);
    await page.goto("/home");
    await expect(page.getByRole("main")).toContainText(words.day.upTo);
    await expect(page.getByRole("link", { name: words.staff.more })).toHaveCount(0);
    await page.getByRole("textbox").first().fill("60000");
    await page.keyboard.press("Enter");
    await expect(page.locator("[data-reason=PER_TRANSACTION_LIMIT_EXCEEDED]")).toBeVisible();
    await expect(page.getByText(words.staff.askOwner)).toBeVisible();
    await page.goto(`/terminals/${busy}`);
    await expect(page.getByRole("table", { name: words.hold.title })).toContainText("¥3,000.00");
    await expect(page.getByRole("button", { name: words.hold.release })).toHaveCount(0);
    await page.goto("/limit-requests");
    await expect(page.getByRole("link", { name: words.staff.change })).toHaveCount(0);
    await page.goto("/notifications/preferences");
    await expect(page.getByText(words.staff.told)).toBeVisible();
    for (const path of ["/team", "/developers/keys", "/queue"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.staff.noRole);
    }

    const owner = await enterAs(browser, OWNER, locale);
    await owner.goto(`/terminals/${busy}`);
    await owner.getByRole("button", { name: words.hold.release }).click();
    const ask = owner.getByRole("alertdialog");
    const held = await holdAction(owner, () =>
      ask.getByRole("button", { name: words.hold.release }).click(),
    );
    expect(await sendAs(page, held)).toContain(FORBIDDEN);
    expect(await sendAs(owner, held)).toContain('"ok":true');
    await page.context().close();
    await owner.context().close();
  });
}
