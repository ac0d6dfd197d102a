import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BulkSent } from "@/lib/contracts/imports/bulk-edit";
import type { ImportPreview, ImportResult } from "@/lib/contracts/imports/import-preview";
import { flushCheckLog } from "@/lib/data/check-log";
import type { UserCtx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestLimit, insertTestMerchant, insertTestOfficer } from "@/lib/data/test-merchants";
import { insertTestUser } from "@/lib/data/test-merchants";
import { runBulkEdit, runImport } from "@/lib/http/imports";
import { runCheck } from "@/lib/use-cases/checks/run-check";

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
afterAll(async () => {
  await flushCheckLog();
  await database.drop();
});

beforeEach(async () => {
  const { owner } = database;
  await owner.query(`
    delete from limit_batches; delete from limit_request_events; delete from limit_requests;
    delete from notifications; delete from counters; delete from limit_versions; delete from limits;
    update merchants set status = 'active', status_reason = null;
    update terminals set status = 'deployed'`);
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

async function decisionOn(terminalId: string) {
  const amount = { amountMinor: 100, currency: "CNY" };
  const proposal = { terminalId, ...amount, entryMode: "chip" } as const;
  const answer = { source: "portal", write: () => "{}" } as const;
  const { result } = await runCheck(as(admin), ONE, { proposal }, answer);
  return result.decision;
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

  it("of merchants is not for terminals, nor for reviewers", async () => {
    const selection = { list: "registry" as const, ids: [`${ONE} ${T1}`] };
    await expect(preview(sent({ edit: suspend, selection }))).rejects.toMatchObject({
      code: "validation-failed",
    });
    await expect(preview(sent({ edit: suspend }), reviewer)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("the status of many terminals", () => {
  const lost = { kind: "terminal_status", status: "lost", reason: "Stolen with the van." } as const;
  const terminals = (ids = [`${ONE} ${T1}`, `${TWO} ${T2}`]) => ({
    list: "registry" as const,
    ids,
  });
  const statuses = () =>
    read("select terminal_id, status from terminals order by terminal_id") as Promise<
      { status: string }[]
    >;

  it("changes with its reason, told to owners and in the trail; the next check heeds it", async () => {
    expect(await decisionOn(T1)).toBe("approve");
    const shown = await preview(sent({ edit: lost, selection: terminals() }));
    expect(shown).toMatchObject({ noun: "terminals", faults: [], counts: { changed: 2 } });
    expect(shown.rows[0]).toMatchObject({
      before: { status: "deployed" },
      after: { status: "lost", status_reason: "Stolen with the van." },
    });
    expect(await decisionOn(T1)).toBe("approve");
    const { undo } = await apply(sent({ edit: lost, selection: terminals() }));
    expect((await statuses()).map(({ status }) => status)).toEqual(["lost", "lost", "deployed"]);
    expect(await decisionOn(T1)).toBe("decline");
    expect(undo).toContain("deployed");
    expect(undo).toContain("↩ Stolen with the van.");
    expect(
      await read(`select subject_id, before, after from audit_events
        where action = 'terminal.import' order by subject_id`),
    ).toEqual(
      [T1, T2].map((subject_id) => ({
        ...{ subject_id, before: { status: "deployed" } },
        after: { status: "lost", reason: "Stolen with the van." },
      })),
    );
    expect(await read("select kind, params, href from notifications")).toEqual([
      {
        ...{ kind: "terminal_status_changed", href: `/terminals/${T1}` },
        params: {
          ...{ terminalId: T1, from: "deployed", to: "lost", terminals: 1 },
          reason: "Stolen with the van.",
        },
      },
    ]);
    const run = { seen: "", justification: "", tell: () => {} };
    const file = new TextEncoder().encode(undo ?? "");
    const looked = await runImport(as(admin), "terminals", file, null);
    if (looked.kind !== "preview") throw new Error(looked.kind);
    await runImport(as(admin), "terminals", file, { ...run, seen: looked.preview.stamp });
    expect(await decisionOn(T1)).toBe("approve");
  });

  it("leaves a retired terminal retired, and says which", async () => {
    await database.owner.query("update terminals set status = 'retired' where terminal_id = $1", [
      T2,
    ]);
    const said = sent({ edit: lost, selection: terminals() });
    const { faults } = await preview(said);
    expect(faults).toMatchObject([
      { code: "retired", column: "status", about: { merchantId: TWO, terminalId: T2 } },
    ]);
    await apply({ ...said, leavesOut: true });
    expect((await statuses()).map(({ status }) => status)).toEqual(["lost", "retired", "deployed"]);
  });

  it("finds by the list's own filter, and refuses when somebody was faster", async () => {
    const found = { list: "registry", query: "status=deployed", count: 3 } as const;
    const said = sent({ edit: lost, selection: found });
    const { stamp, counts } = await preview(said);
    expect(counts.changed).toBe(3);
    await database.owner.query("update terminals set status = 'inactive' where terminal_id = $1", [
      T1,
    ]);
    await expect(apply(said, stamp)).rejects.toMatchObject({ code: "conflict" });
    expect((await statuses()).map(({ status }) => status)).toEqual([
      ...["inactive", "deployed", "deployed"],
    ]);
  });

  it("is at fault for another merchant's terminal, and not for merchants or reviewers", async () => {
    const { faults } = await preview(
      sent({ edit: lost, selection: terminals([`${ONE} ${T2}`, `${ONE} NOSUCHTD`]) }),
    );
    expect(faults).toMatchObject([{ code: "noTerminal" }, { code: "noTerminal" }]);
    await expect(preview(sent({ edit: lost }))).rejects.toMatchObject({
      code: "validation-failed",
    });
    const selection = terminals();
    await expect(preview(sent({ edit: lost, selection }), reviewer)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
