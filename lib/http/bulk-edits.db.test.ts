import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BulkSent } from "@/lib/contracts/imports/bulk-edit";
import type { ImportPreview, ImportResult } from "@/lib/contracts/imports/import-preview";
import type { UserCtx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestLimit, insertTestMerchant, insertTestOfficer } from "@/lib/data/test-merchants";
import { insertTestUser } from "@/lib/data/test-merchants";
import { runBulkEdit } from "@/lib/http/imports";

const ONE = "898210154110002";
const TWO = "898210154110003";
const BARE = "898210154110004";
const T1 = "00018644";
const T2 = "00018650";
const NOW = new Date("2026-11-24T10:00:00+08:00");

let database: TestDatabase;
let admin: UserCtx["actor"];
let reviewer: UserCtx["actor"];
const as = (actor: UserCtx["actor"]): UserCtx => ({ actor, now: () => NOW, requestId: "test" });

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  for (const [merchantId, terminalId] of [
    [ONE, T1],
    [TWO, T2],
    [BARE, "00018660"],
  ] as const) {
    await insertTestMerchant(owner, { merchantId, terminalId });
    await owner.query("insert into terminal_directory values ($1, $2)", [terminalId, merchantId]);
  }
  admin = await insertTestOfficer(owner, "Admin", "acquirer_admin");
  reviewer = await insertTestOfficer(owner, "Rita", "acquirer_reviewer");
  await insertTestUser(owner, "Boss", ONE, "merchant_owner");
});
afterAll(() => database.drop());

beforeEach(async () => {
  const { owner } = database;
  await owner.query(`
    delete from limit_batches; delete from limit_request_events; delete from limit_requests;
    delete from notifications; delete from counters; delete from limit_versions; delete from limits;
    update merchants set status = 'active', status_reason = null`);
  const daily = (terminalId: string) => ({ terminalId, window: "daily" }) as const;
  await insertTestLimit(owner, ONE, daily(T1), { maxAmountMinor: 5_000_000 });
  await insertTestLimit(owner, TWO, daily(T2), { maxAmountMinor: 9_000_001 });
});

const edit = (by: "percent" | "add" | "set", value: number): BulkSent["edit"] => ({
  ...{ kind: "limits", scopes: ["merchant", "store", "terminal"], window: "daily" },
  ...{ currency: "CNY", withFilters: false, metric: "max_amount", step: { by, value } },
});
const everybody = { list: "merchants", query: "", count: 3 } as const;
const both = { list: "merchants", ids: [ONE, TWO] } as const;

const sent = (more: Pick<BulkSent, "edit"> & Partial<BulkSent>): BulkSent => ({
  ...{ selection: { list: "merchants", ids: [...both.ids] }, leavesOut: false, ...more },
});

async function preview(said: BulkSent, actor = admin): Promise<ImportPreview> {
  const event = await runBulkEdit(as(actor), said, null);
  if (event.kind !== "preview") throw new Error(event.kind);
  return event.preview;
}

async function apply(said: BulkSent, seen?: string): Promise<ImportResult> {
  const run = { seen: seen ?? (await preview(said)).stamp, justification: "Agreed with risk." };
  const event = await runBulkEdit(as(admin), said, { ...run, tell: () => {} });
  if (event.kind !== "applied") throw new Error(event.kind);
  return event.result;
}

const read = async (sql: string) => (await database.owner.query<object>(sql)).rows;
const maxima = async () => {
  const { rows } = await database.owner.query<{ max: string }>(
    `select v.max_amount_minor as max from limits l,
       version_in_force(l.merchant_id, l.limit_id, '${NOW.toISOString()}') v order by l.merchant_id`,
  );
  return rows.map(({ max }) => Number(max));
};

describe("limits of many", () => {
  it("applies what tightens at once, rounded down", async () => {
    const { counts } = await apply(sent({ edit: edit("percent", 8_000) }));
    expect(counts).toMatchObject({ changed: 2, asked: 0 });
    expect(await maxima()).toEqual([4_000_000, 7_200_000]);
    expect(await read("select kind from notifications")).toEqual([{ kind: "limits_imported" }]);
  });

  it("never applies what loosens: it is one batch that others decide", async () => {
    const { limitBatchId, counts } = await apply(sent({ edit: edit("set", 7_000_000) }));
    expect(counts).toMatchObject({ changed: 2, asked: 1 });
    expect(limitBatchId).toMatch(/^lbt_/);
    expect(await maxima()).toEqual([5_000_000, 7_000_000]);
  });

  it("applies nothing while a row cannot be changed, and the others once it is left out", async () => {
    const said = sent({ edit: edit("percent", 9_000), selection: everybody });
    const shown = await preview(said);
    expect(shown.faults).toMatchObject([{ code: "noSuchLimit", about: { merchantId: BARE } }]);
    await expect(apply(said, shown.stamp)).rejects.toMatchObject({ code: "conflict" });
    expect(await maxima()).toEqual([5_000_000, 9_000_001]);

    const without = { ...said, leavesOut: true };
    const looked = await preview(without);
    expect([looked.faults, looked.leftOut.length, looked.counts.changed]).toEqual([[], 1, 2]);
    await expect(apply(without, shown.stamp)).rejects.toMatchObject({ code: "conflict" });
    await apply(without, looked.stamp);
    expect(await maxima()).toEqual([4_500_000, 8_100_000]);
  });

  it("says whose request is open already, and refuses when the list finds others by now", async () => {
    await apply(sent({ edit: edit("add", 100), selection: { ...both, ids: [ONE] } }));
    const { faults } = await preview(sent({ edit: edit("add", 100) }));
    expect(faults).toMatchObject([
      { code: "openRequest", about: { merchantId: ONE, terminalId: T1 } },
    ]);
    const found = { list: "merchants", query: "status=active", count: 3 } as const;
    const said = sent({ edit: edit("percent", 5_000), selection: found, leavesOut: true });
    const { stamp } = await preview(said);
    await database.owner.query("update merchants set status = 'closed' where merchant_id = $1", [
      TWO,
    ]);
    await expect(apply(said, stamp)).rejects.toMatchObject({ code: "conflict" });
  });

  it("reaches the selected terminals alone", async () => {
    const selection = { list: "registry", ids: [`${TWO} ${T2}`] } as const;
    await apply(
      sent({ edit: edit("set", 1_000), selection: { ...selection, ids: [`${TWO} ${T2}`] } }),
    );
    expect(await maxima()).toEqual([5_000_000, 1_000]);
    const byText = { list: "registry", query: `q=${T1}`, count: 1 } as const;
    await apply(sent({ edit: edit("set", 2_000), selection: byText }));
    expect(await maxima()).toEqual([2_000, 1_000]);
  });
});

describe("the status of many", () => {
  const suspend = { kind: "status", status: "suspended", reason: "Site visit is due." } as const;

  it("changes with its reason, told to owners and in the trail as if it were one", async () => {
    await apply(sent({ edit: suspend }));
    expect(await read("select status, status_reason from merchants order by merchant_id")).toEqual([
      { status: "suspended", status_reason: "Site visit is due." },
      { status: "suspended", status_reason: "Site visit is due." },
      { status: "active", status_reason: null },
    ]);
    expect(
      await read("select before, after from audit_events where action = 'merchant.import' limit 1"),
    ).toEqual([
      {
        before: { status: "active", reason: null },
        after: { status: "suspended", reason: "Site visit is due." },
      },
    ]);
    expect(await read("select params from notifications")).toEqual([
      { params: { from: "active", to: "suspended", reason: "Site visit is due." } },
    ]);
  });

  it("leaves a closed merchant closed, and can be undone by the file it gives", async () => {
    await database.owner.query("update merchants set status = 'closed' where merchant_id = $1", [
      TWO,
    ]);
    const { faults } = await preview(sent({ edit: suspend }));
    expect(faults).toMatchObject([{ code: "closed", about: { merchantId: TWO } }]);
    const { undo } = await apply(sent({ edit: suspend, leavesOut: true }));
    expect(undo).toContain("↩ Site visit is due.");
  });

  it("is not for terminals, nor for reviewers", async () => {
    const selection = { list: "registry" as const, ids: [`${ONE} ${T1}`] };
    await expect(preview(sent({ edit: suspend, selection }))).rejects.toMatchObject({
      code: "validation-failed",
    });
    await expect(preview(sent({ edit: suspend }), reviewer)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
