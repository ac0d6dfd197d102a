import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { makeKey } from "@/e2e/command-line";
import { expectAccessible } from "@/e2e/expect-accessible";
import { FORBIDDEN, holdAction, sendAs } from "@/e2e/held-action";
import { addPeople, enterAs } from "@/e2e/own-people";
import { cny, importOwnWorld } from "@/e2e/own-world";

test.describe.configure({ mode: "serial", timeout: 240_000 });

// A merchant of its own for each run, so that nobody else's terminal is lost.
const RUN = String(Date.now()).slice(-6);
const MID = `898210149${RUN}`;
const NAME = `Quince Tools ${RUN}`;
const TIDS = { en: `QE${RUN}`, "zh-CN": `QZ${RUN}` } as const;
const OWNER = `owner-${RUN}@quince.test`;
const REASON = "Stolen with the van 随车被盗";

let key = "";

test.beforeAll(async () => {
  await importOwnWorld(MID, Object.values(TIDS), [], NAME);
  await addPeople(MID, [{ email: OWNER, name: "Quince Owner", role: "merchant_owner" }]);
  key = await makeKey(MID, "checks:run");
});

async function codesOn(request: APIRequestContext, terminal: string): Promise<string[]> {
  const answer = await request.post("/api/v1/checks", {
    headers: { authorization: `Bearer ${key}` },
    data: { terminal_id: terminal, amount: cny(100) },
  });
  const { decision, reasons } = await answer.json();
  return [decision, ...reasons.map(({ code }: { code: string }) => code)];
}

const TALES = {
  en: {
    ...{ find: "TID, serial number, MID or merchant name", go: "Search" },
    ...{ change: "Change the status", lost: /^Lost/, deployed: /^Deployed/, retired: /^Retired/ },
    ...{ choose: "Choose the new status.", short: "Give a reason of at least 5 characters." },
    ...{ stops: "Charges at this terminal are refused from now on.", reason: "Reason" },
    ...{ told: "Deployed → Lost, at once. The owner is told.", confirm: "Confirm the change" },
    ...{ starts: "taken again from now on", isLost: "Lost", history: "What was changed" },
    ...{ news: "is now “Lost”. Reason:", set: "Terminal status set", isDeployed: "Deployed" },
    ...{ kept: "The merchant's owners are told it, and the terminal's page shows it" },
    stays:
      "A retired terminal stays retired. Only a terminals file corrects one retired by mistake.",
  },
  "zh-CN": {
    ...{ find: "终端号、机具序列号、商户号或商户名称", go: "搜索" },
    ...{ change: "更改状态", lost: /^遗失/, deployed: /^在用/, retired: /^报废/ },
    ...{ choose: "请选择新状态。", short: "请填写至少 5 个字的原因。" },
    ...{ stops: "这台终端的交易将被拒绝", reason: "原因", confirm: "确认更改" },
    ...{ told: "在用 → 遗失，立即生效，并通知商户负责人。" },
    ...{ starts: "可重新收款", isLost: "遗失", history: "变更记录" },
    ...{ news: "的状态变更为“遗失”。原因：", set: "设置终端状态", isDeployed: "在用" },
    ...{ kept: "原因会通知商户负责人，并显示在终端页面上" },
    stays: "终端报废后不能恢复；误设为报废的，只能通过终端文件更正。",
  },
} as const;

const main = (page: Page) => page.getByRole("main");

for (const [locale, words] of Object.entries(TALES)) {
  const terminal = TIDS[locale as keyof typeof TIDS];
  const path = `/merchants/${MID}/terminals/${terminal}`;

  test(`an approver stops a lost terminal, and sets it back when it is found (${locale})`, async ({
    browser,
    request,
  }) => {
    const approver = await enterAs(browser, "approver@acquirer.demo", locale);
    await approver.goto("/registry");
    await approver.getByLabel(words.find).fill(terminal);
    await approver.getByRole("button", { name: words.go, exact: true }).click();
    await expect(approver.getByRole("row")).toHaveCount(2);
    await approver.getByRole("link", { name: terminal }).click();
    await approver.waitForURL(new RegExp(`${path}$`));
    await expectAccessible(approver);

    await approver.getByRole("button", { name: words.change }).click();
    const dialog = approver.getByRole("dialog");
    await dialog.getByRole("button", { name: words.confirm }).click();
    await expect(dialog).toContainText(words.choose);
    await expect(dialog).toContainText(words.short);
    await dialog.getByRole("radio", { name: words.lost }).check();
    await expect(dialog).toContainText(words.told);
    await expect(dialog).toContainText(words.stops);
    await expect(dialog).toContainText(words.kept);
    await dialog.getByLabel(words.reason, { exact: true }).fill(REASON);
    await expectAccessible(approver);

    const send = dialog.getByRole("button", { name: words.confirm });
    const held = await holdAction(approver, () => send.click());
    for (const email of ["reviewer@acquirer.demo", "auditor@acquirer.demo", OWNER]) {
      const other = await enterAs(browser, email, locale);
      await other.goto(path);
      await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(other.getByRole("button", { name: words.change })).toHaveCount(0);
      expect(await sendAs(other, held)).toContain(FORBIDDEN);
      await other.context().close();
    }
    expect(await codesOn(request, terminal)).toContain("approve");

    await send.click();
    await expect(dialog).toHaveCount(0);
    await expect(main(approver)).toContainText(words.isLost);
    const stopped = await codesOn(request, terminal);
    expect(stopped).toContain("decline");
    expect(stopped).toContain("TERMINAL_INACTIVE");

    const owner = await enterAs(browser, OWNER, locale);
    await owner.goto("/notifications");
    await expect(main(owner)).toContainText(words.news);
    await expect(main(owner)).toContainText(REASON);
    await owner.goto(`/terminals/${terminal}`);
    await expect(main(owner)).toContainText(REASON);
    await expectAccessible(owner);
    await owner.context().close();
    await approver.getByRole("link", { name: words.history }).click();
    await expect(approver.locator("tbody").getByRole("row").first()).toContainText(words.set);

    await approver.setViewportSize({ width: 390, height: 844 });
    await approver.goto(path);
    await approver.getByRole("button", { name: words.change }).click();
    await dialog.getByRole("radio", { name: words.deployed }).check();
    await expect(dialog).toContainText(words.starts);
    await dialog.getByLabel(words.reason, { exact: true }).fill("Found again 已找回");
    await expectAccessible(approver);
    await send.click();
    await expect(dialog).toHaveCount(0);
    await expect(main(approver)).toContainText(words.isDeployed);
    expect(await codesOn(request, terminal)).toContain("approve");
    await approver.context().close();
  });
}

test("who was slower hears of it and decides anew", async ({ browser }) => {
  const path = `/merchants/${MID}/terminals/${TIDS.en}`;
  const words = TALES.en;
  const pages: Page[] = [];
  for (const email of ["approver@acquirer.demo", "admin@acquirer.demo"]) {
    const page = await enterAs(browser, email, "en");
    await page.goto(path);
    await page.getByRole("button", { name: words.change }).click();
    await page.getByRole("radio", { name: /^Inactive/ }).check();
    await page.getByLabel(words.reason, { exact: true }).fill("Under repair.");
    pages.push(page);
  }
  const [first, second] = pages as [Page, Page];
  await first.getByRole("button", { name: words.confirm }).click();
  await expect(first.getByRole("dialog")).toHaveCount(0);
  await second.getByRole("button", { name: words.confirm }).click();
  const dialog = second.getByRole("dialog");
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expect(dialog).toContainText("Now: Inactive");

  // What was chosen is what it is by now, so it is no choice any more.
  await expect(dialog.getByRole("radio", { checked: true })).toHaveCount(0);
  await dialog.getByRole("button", { name: words.confirm }).click();
  await expect(dialog).toContainText(words.choose);
  await expect(dialog.getByLabel(words.reason, { exact: true })).toHaveValue("Under repair.");

  await dialog.getByRole("radio", { name: words.deployed }).check();
  const confirm = dialog.getByRole("button", { name: words.confirm });
  await holdAction(second, () => confirm.click());
  await expect(dialog.getByRole("alert")).toContainText("connection");
  await expect(dialog).toContainText("Now: Inactive");
  await expect(dialog).toContainText("Inactive → Deployed");
  await confirm.click();
  await expect(dialog).toHaveCount(0);
  await expect(main(second)).toContainText(words.isDeployed);
  for (const page of pages) await page.context().close();
});

test("the status of two terminals changes together, as it was shown", async ({
  browser,
  request,
}) => {
  const page = await enterAs(browser, "approver@acquirer.demo", "en");
  const bar = page.getByRole("region", { name: "Selected rows" });
  const select = async () => {
    await page.goto(`/registry?q=${MID}`);
    await expect(async () => {
      await page.getByRole("checkbox", { name: "Select the 2 rows of this page" }).last().check();
      await expect(bar).toContainText("2 terminals selected", { timeout: 1_000 });
    }).toPass();
    await page.getByRole("button", { name: "Change these" }).click();
    await page.getByLabel("The status").check();
  };
  const look = async (status: string) => {
    await select();
    await page.getByLabel("New status").selectOption(status);
    await page.getByLabel("Reason", { exact: true }).fill("The shop is being rebuilt.");
    await page.getByRole("button", { name: "Show what would change" }).click();
    await expect(page.getByText("2 rows apply at once.")).toBeVisible();
    const effect = status === "deployed" ? "taken again" : "refused";
    await expect(page.getByText(`charges at 2 terminals are ${effect}`)).toBeVisible();
  };
  const apply = async () => {
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Apply" }).click();
    await expect(page.getByRole("heading", { name: "The change is applied" })).toBeVisible();
  };

  await select();
  await expect(page.getByText(TALES.en.kept)).toBeVisible();
  await page.getByRole("button", { name: "Show what would change" }).click();
  await expect(page.getByText("Give a reason of at least 5 characters.")).toBeVisible();
  await expectAccessible(page);
  await look("inactive");
  await expect(page.getByText("The shop is being rebuilt.").first()).toBeVisible();
  await expectAccessible(page);
  for (const terminal of Object.values(TIDS)) {
    expect(await codesOn(request, terminal)).toContain("approve");
  }
  await apply();
  for (const terminal of Object.values(TIDS)) {
    expect(await codesOn(request, terminal)).toContain("TERMINAL_INACTIVE");
  }
  const owner = await enterAs(browser, OWNER, "en");
  await owner.goto("/notifications");
  const [one, other] = Object.values(TIDS);
  const news = `Terminals ${one} and ${other} are now “Inactive”. Reason: The shop is being rebuilt.`;
  await expect(main(owner)).toContainText(news);
  await owner.context().close();

  await look("deployed");
  await apply();
  for (const terminal of Object.values(TIDS)) {
    expect(await codesOn(request, terminal)).toContain("approve");
  }
  await page.context().close();
});

for (const [locale, words] of Object.entries(TALES)) {
  test(`who finds a terminal retired meanwhile is told the way out (${locale})`, async ({
    browser,
  }) => {
    const path = `/merchants/${MID}/terminals/${TIDS[locale as keyof typeof TIDS]}`;
    const slower = await enterAs(browser, "approver@acquirer.demo", locale);
    const faster = await enterAs(browser, "admin@acquirer.demo", locale);
    for (const [page, status] of [
      [slower, words.lost],
      [faster, words.retired],
    ] as const) {
      await page.goto(path);
      await page.getByRole("button", { name: words.change }).click();
      await page.getByRole("radio", { name: status }).check();
      await page.getByLabel(words.reason, { exact: true }).fill(REASON);
    }
    await faster.getByRole("button", { name: words.confirm }).click();
    await expect(faster.getByRole("dialog")).toHaveCount(0);
    await expect(main(faster)).toContainText(words.stays);

    await slower.getByRole("button", { name: words.confirm }).click();
    const dialog = slower.getByRole("dialog");
    await expect(dialog).toContainText(words.stays);
    await expect(dialog.getByRole("alert")).toBeVisible();
    await expect(dialog.getByRole("radio")).toHaveCount(0);
    await expect(dialog.getByRole("button", { name: words.confirm })).toHaveCount(0);
    await expectAccessible(slower);
    await slower.keyboard.press("Escape");
    await expect(main(slower)).toContainText(words.stays);
    await expect(slower.getByRole("button", { name: words.change })).toHaveCount(0);
    for (const page of [slower, faster]) await page.context().close();
  });
}
