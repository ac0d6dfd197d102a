import { expect, type Page } from "@playwright/test";
import type { World } from "@/e2e/access-matrix";
import { makeKey } from "@/e2e/command-line";
import { strike } from "@/e2e/strike";
import { formatApiKey } from "@/lib/domain/access/api-key-format";

export type Scene = {
  name: string;
  /** Who looks; null = nobody is signed in. */
  as: string | null;
  path: (world: World) => string;
  /** What is done before the picture is taken. */
  act?: (page: Page) => Promise<void>;
};

const OWNER = "owner@sunrise.demo";
const APPROVER = "approver@acquirer.demo";
const ADMIN = "admin@acquirer.demo";

const at = (path: string) => () => path;

async function askFor(page: Page, amount: string): Promise<void> {
  await page.locator("input[inputmode=decimal]").first().fill(amount);
  await page.keyboard.press("Enter");
  await page.locator("[data-reason]").first().waitFor();
}

async function search(page: Page, text: string): Promise<void> {
  await strike(page, "Control+k");
  await page.getByRole("combobox").last().fill(text);
  await page.getByRole("option").filter({ hasText: text }).first().waitFor();
}

async function checkFile(page: Page, lines: readonly string[]): Promise<void> {
  const text = ["merchant_id,terminal_id,window,currency,max_amount", ...lines].join("\n");
  const file = { name: "limits.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.locator("main form button[type=submit]").click();
  await page.locator("main table").first().waitFor();
}

async function selectRows(page: Page): Promise<void> {
  const boxes = page.locator("[data-select-row]");
  await expect(async () => {
    await boxes.nth(0).check();
    await boxes.nth(2).check();
    await expect(page.locator("main section button")).toHaveCount(3, { timeout: 1_000 });
  }).toPass();
}

async function editRows(page: Page): Promise<void> {
  await selectRows(page);
  await page.locator("main section button").last().click();
  await page.waitForURL(/\/(bulk-edits|limit-requests\/new\/several)$/);
  await page.locator("input[name=percent]").waitFor();
}

/** One value for all limits, and what it would do to each. */
async function levelLimits(page: Page): Promise<void> {
  await selectRows(page);
  await page.locator("main section button").first().click();
  await page.locator("main section button").last().click();
  await page.locator("main form input[value=set]").check();
  await page.locator("main form input[inputmode=decimal]").fill("60000");
  await page.locator("textarea").fill("Spring festival: twice as many guests as in other weeks.");
  await page.locator("main form button[type=submit]").click();
  await page.locator("main table [data-row]").first().waitFor();
}

/** Asks with a test key nobody made, which the page explains. */
async function tryCheck(page: Page): Promise<void> {
  const check = page.locator("article#runCheck");
  await check.locator("details").last().locator("summary").click();
  const key = check.locator("form input").first();
  await key.fill(
    formatApiKey(
      "test",
      Array.from({ length: 64 }, (_, n) => n),
    ),
  );
  await check.locator("form button[type=submit]").click();
  await check.locator("dl").waitFor();
}

const SUNRISE_TILL = "898210154110002,00018644";

const checkGoodFile = (page: Page) =>
  checkFile(page, [
    `${SUNRISE_TILL},daily,CNY,10000000`,
    `${SUNRISE_TILL},monthly,CNY,900000000`,
    `${SUNRISE_TILL},weekly,CNY,150000000`,
  ]);

const checkBadFile = (page: Page) =>
  checkFile(page, [
    `${SUNRISE_TILL},daily,CNY,10000000`,
    `${SUNRISE_TILL},fortnightly,CNY,1`,
    "898210154119999,,daily,CNY,5000000",
    `${SUNRISE_TILL},daily,CNY,12.50`,
  ]);

async function chargeInTestMode(page: Page): Promise<void> {
  if ((await page.locator("main table").count()) > 0) return;
  const scopes = "checks:run,reservations:write,transactions:write";
  const key = await makeKey("898210154110002", scopes, "--test");
  const charge = { terminal_id: "00018644", amount: { value: 4_280_000, currency: "CNY" } };
  const send = (path: string, data: object) =>
    page.request.post(`/api/v1${path}`, {
      headers: { authorization: `Bearer ${key}`, "idempotency-key": `${path} ${Date.now()}` },
      data,
    });
  const sale = { ...charge, response_code: "00", occurred_at: new Date().toISOString() };
  await send("/checks", charge);
  await send("/transactions", { ...sale, external_id: `T${Date.now()}` });
  await send("/reservations", { ...charge, expires_in: 600 });
  await send("/checks", { ...charge, amount: { value: 9_000_000, currency: "CNY" } });
  await expect(async () => {
    await page.reload();
    await expect(page.locator("main tbody tr")).toHaveCount(5, { timeout: 1_000 });
  }).toPass();
}

/** Opens a dialog by the words on its button, in either language. */
const openDialog = async (page: Page, name: RegExp): Promise<void> => {
  await page.getByRole("button", { name }).first().click();
  await page.getByRole("dialog").waitFor();
};

const staffTerminal = ({ merchantId, terminalId }: World) =>
  `/merchants/${merchantId}/terminals/${terminalId}`;

async function chooseLost(page: Page): Promise<void> {
  await openDialog(page, /^(Change the status|更改状态)$/);
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[value=lost]").check();
  await dialog.locator("textarea").fill("Stolen with the van. 随车被盗。");
}

async function editStatuses(page: Page): Promise<void> {
  await editRows(page);
  await page.locator("input[value=terminal_status]").check();
  await page.locator("select[name=terminalStatus]").selectOption("lost");
  await page.locator("textarea[name=reason]").fill("Stolen with the van. 随车被盗。");
}

async function invite(page: Page): Promise<void> {
  await openDialog(page, /^(Invite somebody|邀请人员)$/);
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[name=email]").fill("zhou.min@acquirer.demo");
  await dialog.locator("input[name=name]").fill("周敏 Zhou Min");
  await dialog.locator("input[value=acquirer_reviewer]").check();
}

async function amountIn(page: Page, currency: string, amount: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.locator("select[name=currency]").selectOption(currency);
  await dialog.locator("input[inputmode=decimal]").fill(amount);
  await dialog.locator("input[inputmode=decimal]").blur();
  await dialog
    .getByText(/hundred|佰/)
    .first()
    .waitFor();
}

/** Every screen once, as the person sees it who works with it. */
export const SCENES: readonly Scene[] = [
  { name: "sign-in", as: null, path: at("/sign-in") },
  { name: "sign-up", as: null, path: at("/sign-up?token=none") },
  { name: "developers", as: null, path: at("/developers") },
  { name: "try-it", as: null, path: at("/developers#runCheck"), act: tryCheck },
  { name: "merchant-home", as: OWNER, path: at("/home") },
  { name: "merchant-home-suspended", as: "owner@harbour.demo", path: at("/home") },
  { name: "merchant-home-past-due", as: "owner@lotus.demo", path: at("/home") },
  { name: "terminals", as: OWNER, path: at("/terminals") },
  { name: "limits", as: OWNER, path: at("/limits") },
  { name: "limits-selected", as: OWNER, path: at("/limits"), act: selectRows },
  { name: "limits-by-use", as: OWNER, path: at("/limits?sort=used&dir=desc") },
  { name: "terminal", as: OWNER, path: ({ terminalId }) => `/terminals/${terminalId}` },
  { name: "check", as: OWNER, path: at("/check"), act: (page) => askFor(page, "52000") },
  {
    name: "check-many",
    as: OWNER,
    path: at("/check/many"),
    act: async (page) => {
      await page
        .locator("textarea")
        .fill("12,345.60\n1,2345.6\n52000\n00018645\t9999999\tchip\nabc");
      await page.locator("form button[type=submit]").click();
      await page.locator("[data-decision]").first().waitFor();
    },
  },
  { name: "compliance", as: OWNER, path: at("/compliance") },
  { name: "compliance-past-due", as: "owner@lotus.demo", path: at("/compliance") },
  { name: "compliance-suspended", as: "owner@harbour.demo", path: at("/compliance") },
  { name: "limit-requests", as: OWNER, path: at("/limit-requests") },
  {
    name: "limit-request-new",
    as: OWNER,
    path: ({ limitId }) => `/limit-requests/new?limit=${limitId}&max_amount=6000000`,
  },
  {
    name: "several-requests-none",
    as: OWNER,
    path: at("/limit-requests/new/several"),
    act: async (page) => {
      await page.evaluate(() => sessionStorage.removeItem("headroom.selection"));
      await page.reload();
      await page.locator("main a[href='/limits']").waitFor();
    },
  },
  { name: "several-requests", as: OWNER, path: at("/limits"), act: editRows },
  { name: "several-requests-preview", as: OWNER, path: at("/limits"), act: levelLimits },
  {
    name: "limit-request",
    as: OWNER,
    path: ({ limitRequestId }) => `/limit-requests/${limitRequestId}`,
  },
  { name: "bulk-edit-without-rows", as: APPROVER, path: at("/bulk-edits") },
  { name: "inbox", as: APPROVER, path: at("/inbox") },
  { name: "notifications", as: OWNER, path: at("/notifications") },
  { name: "notification-preferences", as: OWNER, path: at("/notifications/preferences") },
  { name: "team", as: OWNER, path: at("/team") },
  { name: "api-requests", as: OWNER, path: at("/developers/requests") },
  { name: "test-mode", as: OWNER, path: at("/developers/test"), act: chargeInTestMode },
  { name: "merchant-keys", as: OWNER, path: at("/developers/keys") },
  { name: "account", as: OWNER, path: at("/account") },
  { name: "desk", as: APPROVER, path: at("/desk") },
  {
    name: "palette",
    as: APPROVER,
    path: at("/account"),
    act: (page) => search(page, "898210154"),
  },
  { name: "help", as: APPROVER, path: at("/account"), act: (page) => strike(page, "?") },
  { name: "queue", as: APPROVER, path: at("/queue") },
  {
    name: "review",
    as: APPROVER,
    path: ({ merchantId, limitRequestId }) => `/queue/${merchantId}/${limitRequestId}`,
  },
  {
    name: "batch",
    as: APPROVER,
    path: ({ limitBatchId }) => `/queue/batches/${limitBatchId}`,
  },
  { name: "imports", as: "admin@acquirer.demo", path: at("/imports") },
  {
    name: "import-preview",
    as: "admin@acquirer.demo",
    path: at("/imports"),
    act: checkGoodFile,
  },
  {
    name: "import-faults",
    as: "admin@acquirer.demo",
    path: at("/imports"),
    act: checkBadFile,
  },
  { name: "merchants", as: APPROVER, path: at("/merchants") },
  { name: "merchant", as: APPROVER, path: ({ merchantId }) => `/merchants/${merchantId}` },
  { name: "merchants-selected", as: APPROVER, path: at("/merchants"), act: selectRows },
  { name: "bulk-edits", as: APPROVER, path: at("/merchants"), act: editRows },
  {
    name: "bulk-preview",
    as: APPROVER,
    path: at("/merchants"),
    act: async (page) => {
      await editRows(page);
      await page.locator("input[name=percent]").fill("80");
      await page.locator("main form button[type=submit]").click();
      await page.locator("main table").first().waitFor();
    },
  },
  { name: "registry", as: APPROVER, path: at("/registry") },
  { name: "staff-terminal", as: APPROVER, path: staffTerminal },
  { name: "terminal-status", as: APPROVER, path: staffTerminal, act: chooseLost },
  { name: "bulk-terminal-status", as: APPROVER, path: at("/registry"), act: editStatuses },
  {
    name: "bulk-terminal-preview",
    as: APPROVER,
    path: at("/registry"),
    act: async (page) => {
      await editStatuses(page);
      await page.locator("main form button[type=submit]").click();
      await page.locator("main table").first().waitFor();
    },
  },
  { name: "maintenance", as: APPROVER, path: at("/maintenance") },
  {
    name: "maintenance-announce",
    as: APPROVER,
    path: at("/maintenance"),
    act: (page) => page.locator("header button").last().click(),
  },
  { name: "settings", as: "admin@acquirer.demo", path: at("/settings") },
  {
    name: "settings-change",
    as: "admin@acquirer.demo",
    path: at("/settings"),
    act: async (page) => {
      await page.getByRole("button", { name: /^(Change: Business day|更改：营业日)$/ }).click();
      await page.locator("[role=dialog] input[type=time]").fill("05:30");
      await page.locator("[role=dialog] button[type=submit]").click();
      await page.locator("[role=dialog] del").first().waitFor();
    },
  },
  { name: "response-codes", as: "auditor@acquirer.demo", path: at("/settings/response-codes") },
  { name: "limit-templates", as: "admin@acquirer.demo", path: at("/limit-templates") },
  { name: "audit", as: "auditor@acquirer.demo", path: at("/audit") },
  { name: "keys", as: "admin@acquirer.demo", path: at("/keys") },
  {
    name: "key-create",
    as: "admin@acquirer.demo",
    path: at("/keys"),
    act: (page) => page.locator("header button").last().click(),
  },
  { name: "people", as: ADMIN, path: at("/people") },
  { name: "people-invite", as: ADMIN, path: at("/people"), act: invite },
  {
    name: "threshold-add",
    as: ADMIN,
    path: at("/settings"),
    act: async (page) => {
      await openDialog(page, /(Add a threshold|添加门槛)$/);
      await amountIn(page, "JPY", "1500000");
    },
  },
  {
    name: "question-days-change",
    as: ADMIN,
    path: at("/settings"),
    act: async (page) => {
      await openDialog(page, /^(Change: Time to answer a question|更改：答复期限)$/);
      await page.locator("[role=dialog] input").fill("7");
      await page.locator("[role=dialog] button[type=submit]").click();
      await page.locator("[role=dialog] del").first().waitFor();
    },
  },
  {
    name: "office-hours-change",
    as: ADMIN,
    path: at("/settings"),
    act: async (page) => {
      await openDialog(page, /^(Change: Office hours|更改：审批工作时间)$/);
      await page.locator("[role=dialog] input[name=always]").uncheck();
    },
  },
  {
    name: "office-hours-effect",
    as: ADMIN,
    path: at("/settings"),
    act: async (page) => {
      await openDialog(page, /^(Change: Office hours|更改：审批工作时间)$/);
      await page.locator("[role=dialog] input[name=always]").uncheck();
      await page.locator("[role=dialog] button[type=submit]").click();
      await page.locator("[role=dialog] del").first().waitFor();
    },
  },
  {
    name: "acquirer-name-change",
    as: ADMIN,
    path: at("/settings"),
    act: (page) => openDialog(page, /^(Change: The acquirer's name|更改：收单机构名称)$/),
  },
  {
    name: "template-add",
    as: ADMIN,
    path: at("/limit-templates"),
    act: async (page) => {
      await openDialog(page, /(Add a line|添加)$/);
      await amountIn(page, "KWD", "1500.125");
    },
  },
  { name: "desk-proposals", as: "admin2@acquirer.demo", path: at("/desk") },
  {
    name: "menu-waiting",
    as: "admin2@acquirer.demo",
    path: at("/desk"),
    act: async (page) => {
      await page.getByRole("button", { name: /^(More|更多)$/ }).click();
      await page.getByRole("menu").waitFor();
    },
  },
  {
    name: "people-confirm",
    as: "admin2@acquirer.demo",
    path: at("/people"),
    act: async (page) => {
      await page.getByRole("button", { name: /^(Confirm the invitation|确认邀请)/ }).click();
      await page.getByRole("alertdialog").waitFor();
    },
  },
  { name: "system", as: "admin@acquirer.demo", path: at("/system") },
  { name: "no-permission", as: "staff@sunrise.demo", path: at("/queue") },
  { name: "not-found", as: OWNER, path: at("/terminals/NOSUCHTD") },
];
