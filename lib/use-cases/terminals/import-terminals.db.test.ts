import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestUser } from "@/lib/data/test-merchants";
import { ImportRefused, type MerchantRow, type TerminalRow } from "@/lib/domain/registry";
import { importMerchants } from "@/lib/use-cases/merchants/import-merchants";
import { importTerminals } from "@/lib/use-cases/terminals/import-terminals";

const SUNRISE = "898210154110002";
const HARBOUR = "898210154110003";
const ctx: Ctx = { actor: { kind: "operator" }, now: () => new Date(), requestId: "req_test" };

const merchant = (merchantId: string): MerchantRow => ({
  ...{ merchantId, legalName: "Sunrise Foods Ltd", mcc: "5411", tier: "individual" },
  ...{ currency: "CNY", timeZone: "Asia/Shanghai", status: "active" },
});
const row = (terminalId: string, more: Partial<TerminalRow> = {}): TerminalRow => ({
  ...{ merchantId: SUNRISE, terminalId, status: "deployed", ...more },
});

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await importMerchants(ctx, [merchant(SUNRISE), merchant(HARBOUR)]);
});
afterAll(() => db.drop());

async function read(sql: string, ...values: unknown[]) {
  const { rows } = await db.owner.query<Record<string, unknown>>(sql, values);
  return rows;
}

/** Whether the check takes the terminal's serial number for rightly bound. */
async function isBound(merchantId: string, terminalId: string): Promise<unknown> {
  const [state] = await read("select terminal_state($1, $2) as t", merchantId, terminalId);
  return (state?.t as { bindingValid: boolean }).bindingValid;
}

describe("importing terminals", () => {
  it("makes them with the stores they name, in the directory too", async () => {
    const rows = [
      row("00018644", { store: "Nanjing Road", serialNumber: "SN1", entryModes: ["chip"] }),
      row("00018645", { store: "Nanjing Road", serialNumber: null, currencies: ["CNY"] }),
      row("00018650", { merchantId: HARBOUR, status: "inventory" }),
    ];
    expect(await importTerminals(ctx, rows)).toEqual({ created: 3, updated: 0, unchanged: 0 });
    expect(await read("select * from terminal_directory order by 1")).toEqual([
      { terminal_id: "00018644", merchant_id: SUNRISE },
      { terminal_id: "00018645", merchant_id: SUNRISE },
      { terminal_id: "00018650", merchant_id: HARBOUR },
    ]);
    expect(await read("select store from stores")).toEqual([{ store: "Nanjing Road" }]);
    expect(
      await read("select entry_modes, currencies from terminals order by terminal_id limit 2"),
    ).toEqual([
      { entry_modes: ["chip"], currencies: [] },
      { entry_modes: [], currencies: ["CNY"] },
    ]);
  });

  it("changes only what the row says, and notices when that is nothing", async () => {
    const rows = [
      row("00018644", { model: "A930", entryModes: ["contactless", "chip"] }),
      row("00018645", { store: "Nanjing Road" }),
    ];
    expect(await importTerminals(ctx, rows)).toEqual({ created: 0, updated: 1, unchanged: 1 });
    expect(
      await read(
        `select store, serial_number, model, entry_modes, version from terminals
         where terminal_id = '00018644'`,
      ),
    ).toEqual([
      {
        ...{ store: "Nanjing Road", serial_number: "SN1", model: "A930" },
        ...{ entry_modes: ["contactless", "chip"], version: 2 },
      },
    ]);
    const again = [row("00018644", { entryModes: ["chip", "contactless"] })];
    expect(await importTerminals(ctx, again)).toMatchObject({ unchanged: 1 });
    expect(
      await read(
        `select before, after from audit_events where subject_id = '00018644' order by sequence desc
         limit 1`,
      ),
    ).toEqual([
      {
        before: { model: null, entryModes: ["chip"] },
        after: { model: "A930", entryModes: ["contactless", "chip"] },
      },
    ]);
  });

  it("tells owners of a changed status, with its reason where there is one", async () => {
    const owner = await insertTestUser(db.owner, "Wang Chen", SUNRISE, "merchant_owner");
    const lost = { status: "lost", statusReason: "Stolen last night." } as const;
    await importTerminals(ctx, [row("00018644", lost), row("00018645", { model: "A930" })]);
    const trail = `select before, after from audit_events where action = 'terminal.import'
      and subject_id = '00018644' order by sequence desc limit 1`;
    expect(await read(trail)).toEqual([
      {
        before: { status: "deployed" },
        after: { status: "lost", reason: "Stolen last night." },
      },
    ]);
    const kept =
      "select status_reason, status_since is null as never from terminals where terminal_id = '00018644'";
    expect(await read(kept)).toEqual([{ status_reason: "Stolen last night.", never: false }]);
    const again = row("00018644", { ...lost, statusReason: "Said again." });
    expect(await importTerminals(ctx, [again])).toMatchObject({ updated: 0, unchanged: 1 });
    await importTerminals(ctx, [row("00018644", { ...lost, model: "A930" })]);
    expect(await read(kept)).toEqual([{ status_reason: "Stolen last night.", never: false }]);
    await importTerminals(ctx, [row("00018644"), row("00018645", { status: "inactive" })]);
    expect(await read(kept)).toEqual([{ status_reason: null, never: false }]);
    await importTerminals(ctx, [row("00018645")]);
    expect(
      await read("select user_id, href, params from notifications order by created_at, href"),
    ).toMatchObject([
      {
        ...{ user_id: owner.userId, href: "/terminals/00018644" },
        params: { terminalId: "00018644", from: "deployed", to: "lost", terminals: 1 },
      },
      { params: { terminalId: "00018644", from: "lost", to: "deployed", reason: null } },
      { params: { terminalId: "00018645", from: "deployed", to: "inactive" } },
      { params: { terminalId: "00018645", from: "inactive", to: "deployed" } },
    ]);
    expect(await read("select distinct kind from notifications")).toEqual([
      { kind: "terminal_status_changed" },
    ]);
  });

  it("refuses every row of a stranger's TID or of no merchant, and with them the whole file", async () => {
    const rows = [
      row("00018699"),
      row("00018644", { merchantId: HARBOUR }),
      row("00018698", { merchantId: "898210154119999" }),
    ];
    const refused = await importTerminals(ctx, rows).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImportRefused);
    expect((refused as ImportRefused).faults).toEqual([
      { index: 1, detail: "terminal_id: 00018644 belongs to another merchant" },
      { index: 2, detail: "merchant_id: there is no merchant 898210154119999" },
    ]);
    expect(await read("select from terminals where terminal_id = '00018699'")).toEqual([]);
  });

  it("lets the first holder keep a serial and tells the others that theirs is bound elsewhere", async () => {
    await importTerminals(ctx, [
      row("00018650", { merchantId: HARBOUR, serialNumber: "SN1" }),
      row("00018651", { serialNumber: "SN2" }),
      row("00018652", { serialNumber: "SN2" }),
    ]);
    expect(await isBound(SUNRISE, "00018644")).toBe(true);
    expect(await isBound(HARBOUR, "00018650")).toBe(false);
    expect(await isBound(SUNRISE, "00018651")).toBe(true);
    expect(await isBound(SUNRISE, "00018652")).toBe(false);
  });

  it("frees the serial a terminal leaves, also when two swap theirs", async () => {
    await importTerminals(ctx, [row("00018644", { serialNumber: "SN9" })]);
    expect(await importTerminals(ctx, [row("00018653", { serialNumber: "SN1" })])).toMatchObject({
      created: 1,
    });
    expect(await isBound(SUNRISE, "00018653")).toBe(true);
    await importTerminals(ctx, [
      row("00018644", { serialNumber: "SN1" }),
      row("00018653", { serialNumber: "SN9" }),
    ]);
    expect(await isBound(SUNRISE, "00018644")).toBe(true);
    expect(await isBound(SUNRISE, "00018653")).toBe(true);
    expect(await isBound(HARBOUR, "00018650")).toBe(false);
  });

  it("keeps a revoked serial revoked", async () => {
    await db.owner.query("update serial_directory set revoked = true where serial_number = 'SN9'");
    await importTerminals(ctx, [row("00018653", { serialNumber: null })]);
    await importTerminals(ctx, [row("00018654", { serialNumber: "SN9" })]);
    expect(await isBound(SUNRISE, "00018654")).toBe(false);
  });
});
