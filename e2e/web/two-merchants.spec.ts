import { expect, type Page, test } from "@playwright/test";
import { mustRun } from "@/e2e/command-line";
import { openDemoDatabase } from "@/e2e/demo-database";
import { importOwnWorld } from "@/e2e/own-world";
import { signInByForm } from "@/e2e/sign-in";

test.describe.configure({ mode: "serial", timeout: 120_000 });

const RUN = String(Date.now()).slice(-6);
const [PLUM, PEAR] = [`898210156${RUN}`, `898210157${RUN}`];
const OWNER = `owner-${RUN}@orchard.test`;
const PASSWORD = "lantern over water";

let database: Awaited<ReturnType<typeof openDemoDatabase>>;

const choose = (page: Page, merchantId: string) =>
  page
    .context()
    .addCookies([{ name: "merchant", value: merchantId, url: new URL(page.url()).origin }]);

const preferencesAt = async (merchantId: string) =>
  (
    await database.client.query("select 1 from notification_preferences where merchant_id = $1", [
      merchantId,
    ])
  ).rowCount;

test.beforeAll(async ({ browser }) => {
  for (const [merchant, tid, name] of [
    [PLUM, `PL${RUN}`, `Plum ${RUN}`],
    [PEAR, `PE${RUN}`, `Pear ${RUN}`],
  ] as const) {
    const limit = { terminal_id: tid, window: "per_transaction", max_amount: 5_000_000 } as const;
    await importOwnWorld(merchant, [tid], [limit], name);
  }
  const made = ["users", "create", "--email", OWNER, "--role", "merchant_owner"];
  const { pathname, search } = new URL(await mustRun(...made, "--merchant", PLUM));
  const page = await browser.newPage();
  await page.goto(pathname + search);
  await page.locator("input[name=name]").fill("Orchard Owner");
  await page.locator("input[type=password]").first().fill(PASSWORD);
  await page.locator("button[type=submit]").click();
  await page.locator("main a[href='/sign-in']").waitFor();
  await page.close();
  database = await openDemoDatabase();
  await database.client.query(
    `insert into memberships (merchant_id, user_id, role)
     select $1, user_id, 'merchant_owner' from users where email = $2`,
    [PEAR, OWNER],
  );
});

test.afterAll(() => database.close());

for (const [locale, button] of Object.entries({
  en: /^Merchant shown/,
  "zh-CN": /^当前商户/,
})) {
  test.describe(locale, () => {
    test.use({ locale });

    test("a person of two merchants chooses which one the pages show", async ({ page }) => {
      await signInByForm(page, OWNER, PASSWORD);
      await page.waitForURL(/\/home$/);
      for (const [name, till] of [
        [`Pear ${RUN}`, `PE${RUN}`],
        [`Plum ${RUN}`, `PL${RUN}`],
      ] as const) {
        await page.getByRole("button", { name: button }).click();
        await page.getByRole("menuitemradio", { name }).click();
        await expect(page.getByRole("button", { name: button })).toContainText(name);
        await page.goto("/terminals");
        await expect(page.locator("main")).toContainText(till);
      }
    });
  });
}

for (const [locale, words] of Object.entries({
  en: { switched: `You have switched to Pear ${RUN} in another tab`, reload: "Reload" },
  "zh-CN": { switched: `您已在另一标签页切换到“Pear ${RUN}”`, reload: "刷新页面" },
})) {
  test.describe(locale, () => {
    test.use({ locale });

    test("a tab that shows one merchant changes nothing at the one chosen in another", async ({
      page,
    }) => {
      await signInByForm(page, OWNER, PASSWORD);
      await choose(page, PLUM);
      await page.goto("/notifications/preferences");
      const check = await page.context().newPage();
      await check.goto("/check");
      const other = await page.context().newPage();
      await choose(page, PEAR);
      await other.goto("/home");
      await expect(other.locator("main")).toContainText(`Pear ${RUN}`);

      const before = await preferencesAt(PEAR);
      await page.locator("main input[type=checkbox]").first().click();
      await page.locator("main button[type=submit]").click();
      await expect(page.getByText(words.switched).first()).toBeVisible();
      expect(await preferencesAt(PLUM)).toBe(0);
      expect(await preferencesAt(PEAR)).toBe(before);

      await check.locator("main input[inputmode=decimal]").fill("100");
      await check.locator("main button[type=submit]").click();
      const alert = check.getByRole("alert").filter({ hasText: words.switched });
      await alert.getByRole("button", { name: words.reload }).click();
      await expect(check.locator("main")).toContainText(`PE${RUN}`);
      await check.locator("main input[inputmode=decimal]").fill("100");
      await check.locator("main button[type=submit]").click();
      await expect(check.locator("main")).toContainText("chk_");

      await page.reload();
      await page.locator("main input[type=checkbox]").first().click();
      await page.locator("main button[type=submit]").click();
      await expect.poll(() => preferencesAt(PEAR)).toBe(1);
      expect(await preferencesAt(PLUM)).toBe(0);
    });
  });
}

test("a tab that goes on after another merchant was chosen says whose pages it shows", async ({
  page,
}) => {
  await signInByForm(page, OWNER, PASSWORD);
  await choose(page, PLUM);
  await page.goto("/home");
  const shown = (tab: Page) => tab.getByRole("button", { name: /^Merchant shown/ });
  await expect(shown(page)).toContainText(`Plum ${RUN}`);
  const other = await page.context().newPage();
  await other.goto("/home");
  await shown(other).click();
  await other.getByRole("menuitemradio", { name: `Pear ${RUN}` }).click();
  await expect(shown(other)).toContainText(`Pear ${RUN}`);

  await page.getByRole("navigation").locator("a[href='/terminals']").first().click();
  await expect(page.locator("main")).toContainText(`PE${RUN}`);
  await expect(shown(page)).toContainText(`Pear ${RUN}`);
});

test("whoever signs out leaves nothing in the tab", async ({ page }) => {
  await signInByForm(page, OWNER, PASSWORD);
  await page.waitForURL(/\/home$/);
  await page.evaluate(() => sessionStorage.setItem("headroom-try-key", "hr_test_x"));
  await page.getByRole("button", { name: /Orchard Owner/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL(/\/sign-in$/);
  expect(await page.evaluate(() => sessionStorage.getItem("headroom-try-key"))).toBeNull();
});
