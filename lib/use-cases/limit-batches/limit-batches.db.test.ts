import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { limitsFile } from "@/lib/contracts/imports/limits";
import { readCsv } from "@/lib/contracts/imports/read-csv";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import {
  insertTestLimit,
  insertTestMerchant,
  insertTestOfficer,
  insertTestUser,
} from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import { evaluateCheck } from "@/lib/domain/limit-check/evaluate-check";
import type { CheckSnapshot } from "@/lib/domain/limit-check/snapshot";
import type { PageFrom } from "@/lib/domain/page";
import type { BatchInput } from "@/lib/domain/limit-batches/limit-batch";
import { runLimitImport } from "@/lib/use-cases/imports/run-limit-import";
import { decideLimitBatch } from "@/lib/use-cases/limit-batches/decide-limit-batch";
import { getLimitBatch } from "@/lib/use-cases/limit-batches/get-limit-batch";
import { listLimitBatches } from "@/lib/use-cases/limit-batches/list-limit-batches";
import { withdrawLimitBatch } from "@/lib/use-cases/limit-batches/withdraw-limit-batch";
import { claimLimitRequest } from "@/lib/use-cases/limit-requests/claim-limit-request";
import { decideLimitRequest } from "@/lib/use-cases/limit-requests/decide-limit-request";
import { listReviewQueue } from "@/lib/use-cases/limit-requests/list-review-queue";
import { submitLimitRequest } from "@/lib/use-cases/limit-requests/submit-limit-request";
import { withdrawLimitRequest } from "@/lib/use-cases/limit-requests/withdraw-limit-request";

const M = "898210154110002";
const OTHER = "898210154110003";
const FRESH = "898210154110004";
const T = "00018644";
const T2 = "00018650";
const NOW = Date.parse("2026-11-24T10:00:00+08:00");

let database: TestDatabase;
type Person = Awaited<ReturnType<typeof insertTestUser>>;
let people: Record<"boss" | "rita" | "rob" | "adam" | "anna" | "admin", Person>;
let limitId: string;

const as = (actor: Actor): Ctx => ({ actor, now: () => new Date(NOW), requestId: "test" });

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  for (const [merchantId, terminalId] of [
    [M, T],
    [OTHER, T2],
    [FRESH, "00018660"],
  ] as const) {
    await insertTestMerchant(owner, { merchantId, terminalId });
    await owner.query("insert into terminal_directory values ($1, $2)", [terminalId, merchantId]);
  }
  await owner.query("update merchants set status = 'pending' where merchant_id = $1", [FRESH]);
  people = {
    boss: await insertTestUser(owner, "Boss", M, "merchant_owner"),
    rita: await insertTestOfficer(owner, "Rita", "acquirer_reviewer"),
    rob: await insertTestOfficer(owner, "Rob", "acquirer_reviewer"),
    adam: await insertTestOfficer(owner, "Adam", "acquirer_approver"),
    anna: await insertTestOfficer(owner, "Anna", "acquirer_approver"),
    admin: await insertTestOfficer(owner, "Admin", "acquirer_admin"),
  };
  await owner.query(
    "insert into four_eyes_thresholds values ('per_transaction', 'CNY', 5000000), ('daily', 'CNY', 30000000)",
  );
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.owner.query(`
    delete from limit_batch_decisions; delete from limit_batches; delete from limit_decisions;
    delete from limit_request_events; delete from limit_requests; delete from notifications;
    delete from counters; delete from limit_versions; delete from limits`);
  const { owner } = database;
  limitId = await insertTestLimit(
    owner,
    M,
    { terminalId: T, window: "per_transaction" },
    { maxAmountMinor: 5_000_000 },
  );
  await insertTestLimit(
    owner,
    OTHER,
    { terminalId: T2, window: "daily" },
    { maxAmountMinor: 10_000_000 },
  );
});

const HEADER = "merchant_id,terminal_id,window,currency,min_amount,max_amount,max_count";
const PER_SALE = `${M},${T},per_transaction,CNY,`;
const DAILY = `${OTHER},${T2},daily,CNY,`;

const fileOf = (...lines: string[]) =>
  readCsv(new TextEncoder().encode([HEADER, ...lines].join("\n")), limitsFile);

const preview = (actor: Actor, ...lines: string[]) =>
  runLimitImport(as(actor), fileOf(...lines), null);

async function apply(actor: Actor, ...lines: string[]) {
  const { stamp } = await preview(actor, ...lines);
  const said = { seen: stamp, justification: "New season, agreed with risk.", tell: () => {} };
  return runLimitImport(as(actor), fileOf(...lines), said);
}

const approve: BatchInput = { decision: "approve", reason: "Agreed.", note: null };
const reject: BatchInput = { decision: "reject", reason: "risk_too_high", note: "Not now." };
const decide = (actor: Actor, limitBatchId: string | null, input: BatchInput) =>
  decideLimitBatch(as(actor), { limitBatchId: limitBatchId!, input, expected: null });

const maxima = async () => {
  const { rows } = await database.owner.query<{ max: string | null }>(
    `select v.max_amount_minor as max from limits l,
       version_in_force(l.merchant_id, l.limit_id, $1) v order by l.merchant_id, l.natural_key`,
    [new Date(NOW)],
  );
  return rows.map(({ max }) => (max === null ? null : Number(max)));
};

const requests = async () => {
  const { rows } = await database.owner.query<{ id: string; state: string; merchant: string }>(
    `select limit_request_id as id, state, merchant_id as merchant from limit_requests
     order by merchant_id, limit_request_id`,
  );
  return rows;
};

const told = async () => {
  const { rows } = await database.owner.query<{ name: string; kind: string }>(
    "select u.name, n.kind from notifications n join users u using (user_id) order by n.notification_id",
  );
  return rows.map(({ name, kind }) => `${name}: ${kind}`);
};

const rejects = (promise: Promise<unknown>, expected: object) =>
  expect(promise).rejects.toMatchObject(expected);

async function codesFor(merchantId: string, terminalId: string, amountMinor: number) {
  const { rows } = await database.owner.query<{ s: CheckSnapshot }>(
    "select check_snapshot($1, $2, $3) as s",
    [merchantId, terminalId, new Date(NOW)],
  );
  const proposal = { terminalId, amountMinor, currency: "CNY" };
  return evaluateCheck(rows[0]!.s, proposal, NOW).reasons.map(({ code }) => code);
}

describe("a limits file", () => {
  it("applies what tightens at once and asks for everything else in one batch", async () => {
    const lines = [`${PER_SALE},4000000,`, `${DAILY},20000000,`, `${OTHER},,monthly,CNY,,,500`];
    const shown = await preview(people.admin, ...lines);
    expect(shown.plan.rows.map(({ route, before }) => [route, before?.values])).toEqual([
      ["direct", { maxAmountMinor: 5_000_000, maxCount: null, minAmountMinor: null }],
      ["request", { maxAmountMinor: 10_000_000, maxCount: null, minAmountMinor: null }],
      ["request", undefined],
    ]);
    expect(shown.requiredApprovals).toBe(2);
    expect(await requests()).toEqual([]);

    const { limitBatchId } = await apply(people.admin, ...lines);
    expect(await maxima()).toEqual([4_000_000, 10_000_000]);
    expect((await requests()).map(({ state }) => state)).toEqual([
      "applied",
      "submitted",
      "submitted",
    ]);
    const view = await getLimitBatch(as(people.adam), limitBatchId!, { from: null, limit: 10 });
    expect(view).toMatchObject({
      batch: {
        state: "submitted",
        limitsCount: 2,
        merchantsCount: 1,
        requiredApprovals: 2,
        raise: { currency: "CNY", fromMinor: 10_000_000, toMinor: 20_000_000 },
      },
      rows: [{ tradingName: "Sunrise Foods" }, { tradingName: "Sunrise Foods" }],
      totals: [{ merchantId: OTHER, limits: 2, newLimits: 1, mostPercent: null }],
      ...{ previous: null, next: null },
    });
    expect(await told()).toEqual(["Boss: limits_imported"]);
    expect(
      (
        await listReviewQueue(as(people.rita), {
          tab: "all",
          filter: { tier: null, window: null, text: null },
          limit: 10,
          after: null,
          before: null,
        })
      ).rows,
    ).toEqual([]);
    expect((await listLimitBatches(as(people.rita), "undecided")).batches).toHaveLength(1);
  });

  it("sets a merchant that was never live up directly", async () => {
    const line = `${FRESH},00018660,daily,CNY,,90000000,`;
    const { limitBatchId, plan } = await apply(people.adam, line);
    expect([limitBatchId, plan.rows[0]?.route]).toEqual([null, "direct"]);
    expect((await maxima())[2]).toBe(90_000_000);
    const again = await apply(people.adam, `${FRESH},00018660,daily,CNY,,95000000,`);
    expect(again.limitBatchId).toBeNull();
    expect((await maxima())[2]).toBe(95_000_000);
  });

  it("applies nothing while any row is at fault, and says what is wrong with it", async () => {
    await submitLimitRequest(as(people.boss), M, {
      ...{
        target: { limitId },
        asked: { max_amount: { amountMinor: 6_000_000, currency: "CNY" } },
      },
      ...{ justification: "Wholesale customers.", startsAt: null, endsAt: null },
    });
    const lines = [
      `${PER_SALE},7000000,`,
      `${DAILY},9000000,`,
      `898210154119999,,daily,CNY,,1,`,
      `${OTHER},${T},daily,CNY,,1,`,
      `${OTHER},,weekly,CNY,,,`,
    ];
    const { plan, stamp } = await preview(people.admin, ...lines);
    expect(plan.faults).toEqual([
      { line: 2, detail: "a request for this limit is open already" },
      { line: 4, detail: "merchant_id: there is no merchant 898210154119999" },
      { line: 5, detail: `terminal_id: the merchant has no terminal ${T}` },
      {
        line: 6,
        detail: "max_amount: a new limit needs a maximum, a number of charges or a minimum",
      },
    ]);
    const run = { seen: stamp, justification: "New season.", tell: () => {} };
    await rejects(runLimitImport(as(people.admin), fileOf(...lines), run), { code: "conflict" });
    expect(await maxima()).toEqual([5_000_000, 10_000_000]);
    // The acquirer's own tightening is never blocked by an open request.
    await apply(people.admin, `${PER_SALE},4000000,`);
    expect((await maxima())[0]).toBe(4_000_000);
  });

  it("names no more merchants than whose counting may stand still together", async () => {
    const lines = Array.from(
      { length: 1_001 },
      (_, n) => `${100_000_000_000_000 + n},,daily,CNY,,1,`,
    );
    const { plan, stamp } = await preview(people.admin, ...lines);
    expect(plan).toEqual({
      rows: [],
      faults: [{ line: 1_002, detail: "more than 1000 merchants" }],
    });
    const run = { seen: stamp, justification: "New season.", tell: () => {} };
    await rejects(runLimitImport(as(people.admin), fileOf(...lines), run), { code: "conflict" });
    const { plan: fewer } = await preview(people.admin, ...lines.slice(1));
    expect(fewer.faults).toHaveLength(1_000);
    expect(fewer.faults[0]!.detail).toMatch(/there is no merchant/);
  });

  it("refuses when the world is not as it was shown, and when it is sent twice", async () => {
    const { stamp } = await preview(people.admin, `${DAILY},20000000,`);
    const run = { seen: stamp, justification: "New season.", tell: () => {} };
    const send = () => runLimitImport(as(people.admin), fileOf(`${DAILY},20000000,`), run);
    const sent = await Promise.allSettled([send(), send()]);
    expect(sent.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { rows } = await database.owner.query("select from limit_batches");
    expect(rows).toHaveLength(1);
  });

  it("is for approvers and admins", async () => {
    await rejects(preview(people.rita, `${DAILY},1,`), { code: "forbidden" });
    await rejects(preview(people.boss, `${DAILY},1,`), { code: "not-found" });
  });
});

describe("a batch", () => {
  const two = () => apply(people.admin, `${PER_SALE},6000000,`, `${DAILY},40000000,`);

  it("needs two different people, neither of them who imported it, and then is in force", async () => {
    const { limitBatchId } = await apply(
      people.adam,
      `${PER_SALE},6000000,`,
      `${DAILY},20000000,`,
      `${M},,monthly,CNY,,,3`,
    );
    await rejects(decide(people.adam, limitBatchId, approve), { extra: { refusal: "is_maker" } });
    await rejects(decide(people.admin, limitBatchId, approve), { code: "forbidden" });
    expect(await decide(people.rita, limitBatchId, approve)).toBe("first_approval");
    expect(await maxima()).toEqual([5_000_000, 10_000_000]);
    await rejects(decide(people.rita, limitBatchId, approve), {
      extra: { refusal: "decided_before" },
    });
    await rejects(decide(people.rob, limitBatchId, approve), {
      extra: { refusal: "final_needs_approver" },
    });
    expect(await codesFor(M, T, 5_500_000)).toContain("PER_TRANSACTION_LIMIT_EXCEEDED");
    expect(await decide(people.anna, limitBatchId, approve)).toBe("approved");
    expect(await codesFor(M, T, 5_500_000)).not.toContain("PER_TRANSACTION_LIMIT_EXCEEDED");
    expect(await maxima()).toEqual([null, 6_000_000, 20_000_000]);
    expect((await requests()).map(({ state }) => state)).toEqual(["applied", "applied", "applied"]);
    expect(await told()).toEqual([
      "Boss: limits_imported",
      "Boss: batch_decided",
      "Adam: batch_decided",
    ]);
    const { rows } = await database.owner.query<{ action: string; n: number }>(
      `select action, count(*)::int as n from audit_events where action like 'limit_batch.%'
         or action = 'limit_request.approve' group by 1 order by 1`,
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        { action: "limit_batch.approve", n: 2 },
        { action: "limit_request.approve", n: 6 },
      ]),
    );
    await rejects(decide(people.anna, limitBatchId, approve), {
      code: "conflict",
      extra: { refusal: "not_undecided" },
    });
  });

  it("is one approval below every threshold", async () => {
    const { limitBatchId, requiredApprovals } = await apply(people.admin, `${DAILY},20000000,`);
    expect(requiredApprovals).toBe(1);
    await rejects(decide(people.rita, limitBatchId, approve), {
      extra: { refusal: "final_needs_approver" },
    });
    expect(await decide(people.anna, limitBatchId, approve)).toBe("approved");
    expect(await maxima()).toEqual([5_000_000, 20_000_000]);
  });

  it("ends with one rejection, even after a first approval", async () => {
    const { limitBatchId } = await two();
    await decide(people.rita, limitBatchId, approve);
    expect(await decide(people.anna, limitBatchId, reject)).toBe("rejected");
    expect(await maxima()).toEqual([5_000_000, 10_000_000]);
    expect((await requests()).map(({ state }) => state)).toEqual(["rejected", "rejected"]);
    await two();
  });

  it("is not decided, claimed or withdrawn one by one", async () => {
    const { limitBatchId } = await two();
    const one = (await requests()).find(({ merchant }) => merchant === M)!.id;
    const inBatch = {
      code: "conflict",
      extra: { refusal: "in_batch", limit_batch_id: limitBatchId },
    };
    await rejects(claimLimitRequest(as(people.rita), M, one), inBatch);
    const input = { decision: "reject", reason: "risk_too_high", note: null } as const;
    await rejects(
      decideLimitRequest(as(people.rita), M, { limitRequestId: one, input, expected: null }),
      inBatch,
    );
    await rejects(withdrawLimitRequest(as(people.boss), M, one), inBatch);
  });

  it("is won by one of two who decide at the same moment", async () => {
    const { limitBatchId } = await apply(people.admin, `${DAILY},20000000,`);
    const both = await Promise.allSettled([
      decide(people.adam, limitBatchId, approve),
      decide(people.anna, limitBatchId, reject),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ code: "conflict" });
  });

  it("is all or nothing when one of its limits would be granted nothing", async () => {
    const { limitBatchId } = await two();
    await decide(people.rita, limitBatchId, approve);
    await database.owner.query(
      "update limit_versions set max_amount_minor = 99000000 where merchant_id = $1",
      [OTHER],
    );
    await rejects(decide(people.anna, limitBatchId, approve), {
      extra: { refusal: "batch_outdated", merchant_id: OTHER },
    });
    expect((await maxima())[0]).toBe(5_000_000);
  });

  it("can be taken back with all of its requests until it is decided", async () => {
    const { limitBatchId } = await two();
    await rejects(withdrawLimitBatch(as(people.rita), limitBatchId!), { code: "forbidden" });
    await withdrawLimitBatch(as(people.admin), limitBatchId!);
    expect((await requests()).map(({ state }) => state)).toEqual(["withdrawn", "withdrawn"]);
    await rejects(withdrawLimitBatch(as(people.admin), limitBatchId!), { code: "conflict" });
    await rejects(decide(people.anna, limitBatchId, approve), { code: "conflict" });
  });

  it("takes 300 rows in one transaction", async () => {
    const lines = Array.from(
      { length: 300 },
      (_, n) => `${n % 2 ? M : OTHER},,rolling,CNY,,${1000 + n},,${60 + n}`,
    );
    const file = () =>
      readCsv(
        new TextEncoder().encode([`${HEADER},window_seconds`, ...lines].join("\n")),
        limitsFile,
      );
    const { stamp, plan } = await runLimitImport(as(people.admin), file(), null);
    expect(plan.faults).toEqual([]);
    const heard: string[] = [];
    const { limitBatchId } = await runLimitImport(as(people.admin), file(), {
      ...{ seen: stamp, justification: "New season, agreed." },
      tell: (phase, done, total) => heard.push(`${phase} ${done}/${total}`),
    });
    expect(heard).toEqual(["checked 300/300", "writing 300/300", "written 300/300"]);
    await decide(people.rita, limitBatchId, approve);
    await decide(people.anna, limitBatchId, approve);
    expect(await maxima()).toHaveLength(302);
    const pageFrom = (from: PageFrom, limit = 100) =>
      getLimitBatch(as(people.rita), limitBatchId!, { from, limit });
    const first = await pageFrom(null);
    expect([first.rows.length, first.previous]).toEqual([100, null]);
    const rest = await pageFrom({ key: first.next!, backwards: false }, 1000);
    expect([rest.rows.length, rest.next]).toEqual([200, null]);
    const back = await pageFrom({ key: rest.previous!, backwards: true });
    expect(back.rows.map(({ limitRequestId }) => limitRequestId)).toEqual(
      first.rows.map(({ limitRequestId }) => limitRequestId),
    );
    expect(back.previous).toBeNull();
  });
});
