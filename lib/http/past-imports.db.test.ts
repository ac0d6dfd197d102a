import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserCtx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestLimit, insertTestMerchant, insertTestOfficer } from "@/lib/data/test-merchants";
import { runBulkEdit, runImport } from "@/lib/http/imports";
import { getUndoFile } from "@/lib/use-cases/imports/get-undo-file";
import { listPastImports } from "@/lib/use-cases/imports/list-past-imports";

const M = "898210154110002";
const T = "00018644";
let database: TestDatabase;
let admin: UserCtx["actor"];
let auditor: UserCtx["actor"];
const as = (actor: UserCtx["actor"]): UserCtx => ({
  ...{ actor, now: () => new Date(), requestId: "test" },
});

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  await insertTestMerchant(owner, { merchantId: M, terminalId: T });
  await owner.query("insert into terminal_directory values ($1, $2)", [T, M]);
  await insertTestLimit(owner, M, { terminalId: T, window: "daily" }, { maxAmountMinor: 500 });
  admin = await insertTestOfficer(owner, "Admin", "acquirer_admin");
  auditor = await insertTestOfficer(owner, "Auditor", "auditor");
});
afterAll(() => database.drop());

const header = "merchant_id,terminal_id,window,currency,max_amount";

async function lower(to: number, name?: string) {
  const bytes = new TextEncoder().encode(`${header}\n${M},${T},daily,CNY,${to}`);
  const shown = await runImport(as(admin), "limits", bytes, null);
  if (shown.kind !== "preview") throw new Error(shown.kind);
  const run = { seen: shown.preview.stamp, justification: "Agreed with risk.", tell: () => {} };
  return runImport(as(admin), "limits", bytes, run, name);
}

it("keeps every import that changed something, with who, how much and its undo file", async () => {
  await lower(400, "november.csv");
  await lower(400, "november.csv");
  const { rows, total } = await listPastImports(as(auditor), { limit: 10, from: null });
  expect(total).toBe(1);
  expect(rows).toMatchObject([
    {
      ...{ noun: "limits", fileName: "november.csv", added: 0, changed: 1, asked: 0, leftOut: 0 },
      ...{ makerName: "Admin", limitBatchId: null, undoRows: 1 },
    },
  ]);
  const { noun, undoFile } = await getUndoFile(as(admin), rows[0]!.importId);
  expect([noun, undoFile.includes(",500,")]).toEqual(["limits", true]);
  await expect(getUndoFile(as(auditor), rows[0]!.importId)).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(getUndoFile(as(admin), "imp_none")).rejects.toMatchObject({ code: "not-found" });
});

it("keeps an edit of selected rows without a file name, and pages both ways", async () => {
  const selection = { list: "merchants" as const, ids: [M] };
  const said = {
    ...{ selection, leavesOut: false },
    edit: { kind: "status" as const, status: "suspended" as const, reason: "Site visit due." },
  };
  const shown = await runBulkEdit(as(admin), said, null);
  if (shown.kind !== "preview") throw new Error(shown.kind);
  const run = { seen: shown.preview.stamp, justification: "", tell: () => {} };
  await runBulkEdit(as(admin), said, run);

  const first = await listPastImports(as(admin), { limit: 1, from: null });
  expect(first.rows).toMatchObject([{ noun: "merchants", fileName: null, changed: 1 }]);
  const second = await listPastImports(as(admin), {
    ...{ limit: 1, from: { key: first.next!, backwards: false } },
  });
  expect([second.rows[0]?.fileName, second.next]).toEqual(["november.csv", null]);
  const back = await listPastImports(as(admin), {
    ...{ limit: 1, from: { key: second.previous!, backwards: true } },
  });
  expect(back.rows).toEqual(first.rows);
});
