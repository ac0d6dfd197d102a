import { afterAll, beforeAll, expect, it } from "vitest";
import type { ImportPreview, ImportResult } from "@/lib/contracts/imports/import-preview";
import type { UserCtx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestLimit, insertTestMerchant, insertTestOfficer } from "@/lib/data/test-merchants";
import type { ImportNoun } from "@/lib/domain/imports/import-plan";
import { previewIn, runImport } from "@/lib/http/imports";

const M = "898210154110002";
const T = "00018644";
const NOW = new Date("2026-11-24T10:00:00+08:00");

let database: TestDatabase;
let admin: UserCtx["actor"];
const ctx = (): UserCtx => ({ actor: admin, now: () => NOW, requestId: "test" });

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  await insertTestMerchant(owner, { merchantId: M, terminalId: T });
  await owner.query("insert into terminal_directory values ($1, $2)", [T, M]);
  admin = await insertTestOfficer(owner, "Admin", "acquirer_admin");
  const daily = { terminalId: T, window: "daily" } as const;
  await insertTestLimit(owner, M, daily, { maxAmountMinor: 5_000_000 });
});
afterAll(() => database.drop());

const bytes = (text: string) => new TextEncoder().encode(text);

async function preview(noun: ImportNoun, text: string): Promise<ImportPreview> {
  const event = await runImport(ctx(), noun, bytes(text), null);
  if (event.kind !== "preview") throw new Error(event.kind);
  return event.preview;
}

async function apply(noun: ImportNoun, text: string): Promise<ImportResult> {
  const { stamp } = await preview(noun, text);
  const run = { seen: stamp, justification: "New season, agreed.", tell: () => {} };
  const event = await runImport(ctx(), noun, bytes(text), run);
  if (event.kind !== "applied") throw new Error(event.kind);
  return event.result;
}

const read = async (sql: string) => (await database.owner.query<object>(sql)).rows;

it("undoes changed merchants by the file it gives, and says what no file can undo", async () => {
  const state = () =>
    read(
      "select legal_name, trading_name, mcc, status from merchants order by merchant_id limit 1",
    );
  const before = await state();
  const header =
    "merchant_id,legal_name,trading_name,mcc,tier,currency,time_zone,status,status_reason";
  const bare = `${M},Sunrise,,5411,individual,CNY,Asia/Shanghai,suspended,`;
  expect((await preview("merchants", `${header}\n${bare}`)).faults).toMatchObject([
    { line: 2, column: "status_reason", code: "noReason", about: { merchantId: M } },
  ]);
  expect((await preview("merchants", `${header}\n${bare}abc`)).faults).toMatchObject([
    { column: "status_reason", code: "tooShort", named: "5" },
  ]);
  const result = await apply(
    "merchants",
    [
      header,
      `${M},"Sunrise, ""Foods"" 日出",日出食品,5812,individual,CNY,Asia/Shanghai,suspended,Site visit due.`,
      "898210154110009,New Ltd,,5411,micro,CNY,Asia/Shanghai,active,",
    ].join("\n"),
  );
  expect(result.counts).toMatchObject({ added: 1, changed: 1, unchanged: 0, faults: 0, asked: 0 });
  expect(result.notUndoable).toMatchObject([{ line: 3, why: "new" }]);
  expect(await state()).not.toEqual(before);
  await apply("merchants", result.undo!);
  expect(await state()).toEqual(before);
  expect((await preview("merchants", result.undo!)).counts).toMatchObject({ unchanged: 1 });
});

it("undoes changed terminals, and keeps one in a store whose limits bind it", async () => {
  const state = () => read("select store, status, entry_modes, trading_hours from terminals");
  const before = await state();
  const header = "merchant_id,terminal_id,status,store,entry_modes,trading_hours";
  const moved = `${header}\n${M},${T},inactive,East,chip;contactless,09:00-22:00`;
  const result = await apply("terminals", moved);
  expect(result.undoRows).toBe(1);
  await apply("terminals", result.undo!);
  expect(await state()).toEqual(before);

  await apply("terminals", moved);
  await database.owner.query(
    "update limits set store = 'East', scope = 'store', terminal_id = null",
  );
  const { faults } = await preview("terminals", `${header}\n${M},${T},inactive,West,chip,`);
  expect(faults).toMatchObject([{ line: 2, column: "store", code: "leavesStore" }]);
  await database.owner.query(
    "update limits set store = null, scope = 'terminal', terminal_id = $1",
    [T],
  );
});

it("undoes a tightened limit through approval, and an undecided raise not at all", async () => {
  const header = "merchant_id,terminal_id,window,currency,max_amount";
  const lower = await apply("limits", `${header}\n${M},${T},daily,CNY,4000000`);
  expect(lower.limitBatchId).toBeNull();
  const undone = await apply("limits", lower.undo!);
  expect(undone.limitBatchId).toMatch(/^lbt_/);
  expect((await preview("limits", undone.undo!)).counts).toMatchObject({ unchanged: 1, faults: 0 });
});

it("refuses what is no longer as it was shown, and shows how it is now", async () => {
  const header = "merchant_id,legal_name,mcc,tier,currency,time_zone,status";
  const text = `${header}\n${M},Other Name,5411,individual,CNY,Asia/Shanghai,active`;
  const { stamp } = await preview("merchants", text);
  await database.owner.query("update merchants set mcc = '7011' where merchant_id = $1", [M]);
  const run = { seen: stamp, justification: "", tell: () => {} };
  const refused = await runImport(ctx(), "merchants", bytes(text), run).catch((error) => error);
  expect(refused).toMatchObject({ code: "conflict" });
  expect(previewIn("merchants", refused)?.rows).toMatchObject([{ before: { mcc: "7011" } }]);
});
