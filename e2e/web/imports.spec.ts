import { readFileSync } from "node:fs";
import { type APIRequestContext, type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/expect-accessible";
import { makeKey } from "@/e2e/command-line";
import { importOwnWorld } from "@/e2e/own-world";
import { signInByForm } from "@/e2e/sign-in";

test.describe.configure({ mode: "serial", timeout: 300_000 });

// A merchant of its own for each run, so that no other test meets its limits.
const RUN = String(Date.now()).slice(-6);
const MID = `898210155${RUN}`;
const TID = `IM${RUN}`;
const NAME = `Hazel Bakery ${RUN}`;

let key = "";

test.beforeAll(async () => {
  const limit = { terminal_id: TID, window: "per_transaction", max_amount: 5_000_000 } as const;
  await importOwnWorld(MID, [TID], [limit], NAME);
  key = await makeKey(MID, "checks:run");
});

async function decisionOn(request: APIRequestContext, value: number): Promise<string> {
  const answer = await request.post("/api/v1/checks", {
    headers: { authorization: `Bearer ${key}` },
    data: { terminal_id: TID, amount: { value, currency: "CNY" } },
  });
  return (await answer.json()).decision;
}

async function signedIn(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInByForm(page, email);
  await expect(page).not.toHaveURL(/sign-in/);
  return page;
}

const HEADER = "merchant_id,terminal_id,window,currency,max_amount";

async function check(page: Page, ...lines: string[]): Promise<void> {
  const buffer = Buffer.from([HEADER, ...lines].join("\r\n"));
  await page
    .getByLabel("CSV file")
    .setInputFiles({ name: "limits.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Check the file" }).click();
}

test("a file with bad lines is mended, applied, approved by two people, and the next check knows", async ({
  browser,
  request,
}) => {
  const admin = await signedIn(browser, "admin@acquirer.demo");
  await admin.goto("/imports");
  await expectAccessible(admin);
  await check(
    admin,
    `${MID},${TID},per_transaction,CNY,6000000`,
    `${MID},${TID},fortnightly,CNY,1`,
    `${MID},00000000,daily,CNY,4111111111111111`,
  );
  await expect(admin.getByText("2 rows are at fault, so nothing can be applied")).toBeVisible();
  await expect(admin.getByText("Write one of: per_transaction, daily")).toBeVisible();
  await expect(admin.getByText("Looks like a card number.")).toBeVisible();
  await expect(admin.getByRole("button", { name: /^Apply/ })).toHaveCount(0);
  await expectAccessible(admin);

  await admin.getByRole("button", { name: "Choose another file" }).click();
  await check(
    admin,
    `${MID},${TID},per_transaction,CNY,6000000`,
    `${MID},${TID},daily,CNY,40000000`,
  );
  await expect(admin.getByText("as one batch.")).toBeVisible();
  await expectAccessible(admin);
  await admin.getByRole("button", { name: "Apply and submit for approval" }).click();
  await expect(admin.getByText("Say why in a sentence")).toBeVisible();
  await admin.getByLabel("Why these limits change").fill("Wholesale season, agreed with risk.");
  await admin.getByRole("button", { name: "Apply and submit for approval" }).click();
  const dialog = admin.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Apply and submit for approval" }).click();
  await expect(admin.getByText("2 limits wait for two approvals.")).toBeVisible();
  await expectAccessible(admin);
  const saved = admin.waitForEvent("download");
  await admin.getByRole("button", { name: "Save the undo file" }).click();
  expect((await saved).suggestedFilename()).toBe("undo-limits.csv");
  await admin.getByRole("link", { name: "See the batch request" }).click();
  await expect(admin.getByText("Only reviewers and approvers decide.")).toBeVisible();
  const { pathname } = new URL(admin.url());
  expect(await decisionOn(request, 5_500_000)).toBe("decline");

  for (const [email, verb, done] of [
    ["reviewer@acquirer.demo", "Give the first approval", "First approval recorded."],
    ["approver@acquirer.demo", "Approve", "Approved"],
  ] as const) {
    const officer = await signedIn(browser, email);
    await officer.goto("/queue");
    await expect(officer.getByRole("heading", { name: /Imports waiting/ })).toBeVisible();
    await officer.goto(pathname);
    await expectAccessible(officer);
    await officer.getByLabel("Your reasoning").fill("Use supports it.");
    await officer.getByRole("button", { name: verb, exact: true }).click();
    const asked = officer.getByRole("alertdialog");
    await asked.getByRole("button", { name: verb, exact: true }).click();
    await expect(officer.getByText(done).first()).toBeVisible();
  }
  expect(await decisionOn(request, 5_500_000)).not.toBe("decline");
});

test("the upload itself is closed to everybody but approvers and admins", async ({ browser }) => {
  const send = (page: Page) =>
    page.evaluate(async () => {
      const form = new FormData();
      form.set("noun", "limits");
      form.set("file", new Blob(["merchant_id,window,currency"]));
      return (await fetch("/api/imports", { method: "POST", body: form })).status;
    });
  const nobody = await (await browser.newContext()).newPage();
  await nobody.goto("/sign-in");
  expect(await send(nobody)).toBe(401);
  for (const email of ["owner@sunrise.demo", "reviewer@acquirer.demo", "auditor@acquirer.demo"]) {
    expect(await send(await signedIn(browser, email)), email).toBe(403);
  }
});

test("those who only read see what imports asked for, and no way to import", async ({
  browser,
}) => {
  const auditor = await signedIn(browser, "auditor@acquirer.demo");
  await auditor.goto("/imports");
  await expect(auditor.getByText("Approvers and administrators import files.")).toBeVisible();
  await expect(auditor.getByLabel("CSV file")).toHaveCount(0);
});

test("a file that comes back changes nothing, and the undo file brings back what was", async ({
  browser,
}) => {
  const admin = await signedIn(browser, "admin@acquirer.demo");
  const odd = `=1+2 晨曦“茶”, "二店" ${RUN}`;
  const file = (name: string) =>
    [
      "merchant_id,legal_name,trading_name,mcc,tier,currency,time_zone,status",
      `898210156${RUN},上海晨曦 Ltd,"${name.replaceAll('"', '""')}",5411,individual,CNY,Asia/Shanghai,pending`,
    ].join("\r\n");
  const see = async (buffer: Buffer) => {
    await admin.goto("/imports");
    await admin.getByRole("radio", { name: "Merchants" }).check();
    await admin
      .getByLabel("CSV file")
      .setInputFiles({ name: "merchants.csv", mimeType: "text/csv", buffer });
    await admin.getByRole("button", { name: "Check the file" }).click();
  };
  const apply = async (text: string | Buffer) => {
    await see(Buffer.from(text));
    await admin.getByRole("button", { name: "Apply", exact: true }).click();
    const ask = admin.getByRole("alertdialog");
    await ask.getByRole("button", { name: "Apply", exact: true }).click();
    await expect(admin.getByText("is applied", { exact: false }).first()).toBeVisible();
  };
  const nothing = admin.getByText("Everything already is as the file says.");

  await apply(file(odd));
  await see(Buffer.from(file(odd)));
  await expect(nothing).toBeVisible();
  await expect(admin.getByRole("button", { name: "Apply", exact: true })).toHaveCount(0);

  await apply(file("Plain Name"));
  const saved = admin.waitForEvent("download");
  await admin.getByRole("button", { name: "Save the undo file" }).click();
  const undo = readFileSync(await (await saved).path());
  await apply(undo);
  await see(Buffer.from(file(odd)));
  await expect(nothing).toBeVisible();

  const exported = await admin.request.get(`/csv/merchants?q=898210156${RUN}`);
  expect(await exported.text()).toContain(`"'=1+2 晨曦“茶”, ""二店"" ${RUN}"`);
});
