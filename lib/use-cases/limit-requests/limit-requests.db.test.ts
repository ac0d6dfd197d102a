import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { findLimitHistory } from "@/lib/data/limit-versions";
import { closeDatabase, database as openedDatabase, openDatabase } from "@/lib/data/pool";
import type { RequestTarget } from "@/lib/data/request-targets";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import {
  insertTestLimit,
  insertTestMerchant,
  insertTestOfficer,
  insertTestUser,
  testKey,
} from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import { type LimitVersion } from "@/lib/domain/limits/limit";
import { versionInForce } from "@/lib/domain/limits/version-in-force";
import type { Asked } from "@/lib/domain/limit-requests/asked-values";
import type { DecisionInput } from "@/lib/domain/limit-requests/plan-decision";
import { DAY_MS } from "@/lib/domain/zoned-time";
import { answerQuestion } from "@/lib/use-cases/limit-requests/answer-question";
import { askForInformation } from "@/lib/use-cases/limit-requests/ask-for-information";
import { claimLimitRequest } from "@/lib/use-cases/limit-requests/claim-limit-request";
import { decideLimitRequest } from "@/lib/use-cases/limit-requests/decide-limit-request";
import { getLimitRequest } from "@/lib/use-cases/limit-requests/get-limit-request";
import { listLimitRequests } from "@/lib/use-cases/limit-requests/list-limit-requests";
import { releaseLimitRequest } from "@/lib/use-cases/limit-requests/release-limit-request";
import { settleLimitRequests } from "@/lib/use-cases/limit-requests/settle-limit-requests";
import { submitLimitRequest } from "@/lib/use-cases/limit-requests/submit-limit-request";
import { withdrawLimitRequest } from "@/lib/use-cases/limit-requests/withdraw-limit-request";

const M = "898210154110002";
const T = "00018644";
const OTHER = "898210154110003";
const NOW = Date.parse("2026-11-24T10:00:00+08:00");

let database: TestDatabase;
type Person = Awaited<ReturnType<typeof insertTestUser>>;
let people: Record<"boss" | "staff" | "rita" | "adam" | "anna" | "admin" | "stranger", Person>;
let limitId: string;
let clock = NOW;

const as = (actor: Actor): Ctx => ({ actor, now: () => new Date(clock), requestId: "test" });
const cny = (amountMinor: number) => ({ amountMinor, currency: "CNY" });

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  await insertTestMerchant(owner, { merchantId: M, terminalId: T });
  await insertTestMerchant(owner, { merchantId: OTHER, terminalId: "00018650" });
  people = {
    boss: await insertTestUser(owner, "Boss", M, "merchant_owner"),
    staff: await insertTestUser(owner, "Staff", M, "merchant_staff"),
    rita: await insertTestOfficer(owner, "Rita", "acquirer_reviewer"),
    adam: await insertTestOfficer(owner, "Adam", "acquirer_approver"),
    anna: await insertTestOfficer(owner, "Anna", "acquirer_approver"),
    admin: await insertTestOfficer(owner, "Admin", "acquirer_admin"),
    stranger: await insertTestUser(owner, "Stranger", OTHER, "merchant_owner"),
  };
  await owner.query(
    "insert into four_eyes_thresholds values ('per_transaction', 'CNY', 5000000), ('daily', 'CNY', 30000000)",
  );
});
afterAll(() => database.drop());

beforeEach(async () => {
  clock = NOW;
  for (const table of [
    "limit_decisions",
    "limit_request_events",
    "limit_requests",
    "notifications",
  ]) {
    await database.owner.query(`delete from ${table}`);
  }
  await database.owner.query(
    "delete from counters; delete from limit_versions; delete from limits",
  );
  const limit = { terminalId: T, window: "per_transaction" } as const;
  limitId = await insertTestLimit(database.owner, M, limit, { maxAmountMinor: 5_000_000 });
});

type Period = { startsAt?: number; endsAt?: number; limitId?: string };

const submit = (actor: Actor, asked: Asked, { startsAt, endsAt, limitId: id }: Period = {}) =>
  submitLimitRequest(as(actor), M, {
    ...{ target: { limitId: id ?? limitId }, asked },
    justification: "Wholesale customers pay by one card.",
    ...{ startsAt: startsAt ?? null, endsAt: endsAt ?? null },
  });

const approval = (maxAmountMinor: number, { startsAt, endsAt }: Period = {}): DecisionInput => ({
  decision: "approve",
  grant: {
    values: { maxAmountMinor, maxCount: null, minAmountMinor: null },
    ...{ startsAt: startsAt ?? null, endsAt: endsAt ?? null },
  },
  reason: "Use supports it.",
  note: null,
});
const rejection: DecisionInput = { decision: "reject", reason: "risk_too_high", note: "Not now." };

const decide = (actor: Actor, limitRequestId: string, input: DecisionInput) =>
  decideLimitRequest(as(actor), M, { limitRequestId, input, expected: null });

const show = (limitRequestId: string) => getLimitRequest(as(people.boss), M, limitRequestId);
const stateOf = async (id: string) => (await show(id)).request.state;

const versions = async (): Promise<LimitVersion[]> => {
  const limit = await withMerchant(as(people.boss), M, (db) => findLimitHistory(db, M, limitId));
  return limit!.versions;
};
const maxAt = async (at: number) => versionInForce(await versions(), at)?.maxAmountMinor ?? null;

const told = async () => {
  const { rows } = await database.owner.query(
    `select u.name, n.kind from notifications n join users u using (user_id) order by n.notification_id`,
  );
  return rows.map(({ name, kind }) => `${name}: ${kind}`);
};

const rejects = (promise: Promise<unknown>, code: string) =>
  expect(promise).rejects.toMatchObject({ code });

describe("submitting", () => {
  it("asks for more and waits for two above the threshold", async () => {
    const request = await submit(people.boss, { max_amount: cny(6_000_000) });
    expect(request).toMatchObject({
      state: "submitted",
      requiredApprovals: 2,
      current: { maxAmountMinor: 5_000_000 },
      requested: { maxAmountMinor: 6_000_000 },
      approved: null,
      decisions: [],
    });
    expect(await maxAt(clock)).toBe(5_000_000);
    expect(await told()).toEqual([]);
  });

  it("applies a lower maximum at once", async () => {
    const request = await submit(people.boss, { max_amount: cny(4_000_000) });
    expect(request).toMatchObject({ state: "applied", requiredApprovals: 0, approved: null });
    expect(request.current.maxAmountMinor).toBe(5_000_000);
    expect(await maxAt(clock)).toBe(4_000_000);
    expect(await maxAt(clock - 1)).toBe(5_000_000);
  });

  it("schedules tightening that starts later, and it binds without any job", async () => {
    const startsAt = clock + DAY_MS;
    const request = await submit(people.boss, { max_amount: cny(4_000_000) }, { startsAt });
    expect(request.state).toBe("scheduled");
    expect(await maxAt(startsAt - 1)).toBe(5_000_000);
    expect(await maxAt(startsAt)).toBe(4_000_000);
    clock = startsAt;
    expect((await show(request.limitRequestId)).request).toMatchObject({
      state: "applied",
      current: { maxAmountMinor: 5_000_000 },
    });
    expect(await settleLimitRequests(as({ kind: "system" }))).toBe(1);
    expect(await settleLimitRequests(as({ kind: "system" }))).toBe(0);
    expect(await told()).toEqual(["Boss: request_applied"]);
  });

  it("by a key tells the owner, and the key's maker counts as maker", async () => {
    const key = testKey(M, people.adam.userId, "limit_requests:write");
    await submit(key, { max_amount: cny(4_000_000) });
    expect(await told()).toEqual(["Boss: limit_changed"]);
    const request = await submit(key, { max_amount: cny(4_500_000) });
    await rejects(decide(people.adam, request.limitRequestId, approval(4_500_000)), "forbidden");
    expect(await decide(people.anna, request.limitRequestId, approval(4_500_000))).toBe("approved");
  });

  it.each([
    ["nothing changes", { max_amount: cny(5_000_000) }, {}, "/requested"],
    ["a count on single charges", { max_count: 3 }, {}, "/requested/max_count"],
    [
      "another currency",
      { max_amount: { amountMinor: 1, currency: "USD" } },
      {},
      "/requested/max_amount/currency",
    ],
    ["a start in the past", { max_amount: cny(6_000_000) }, { startsAt: NOW - 1 }, "/starts_at"],
    [
      "an end before the start",
      { max_amount: cny(6_000_000) },
      { startsAt: NOW + 5, endsAt: NOW + 5 },
      "/ends_at",
    ],
    ["a minimum above the maximum", { min_amount: cny(5_000_001) }, {}, "/requested"],
  ] as const)("refuses when %s", async (_name, asked, period, pointer) => {
    await expect(submit(people.boss, asked, period)).rejects.toMatchObject({
      code: "validation-failed",
      fields: [{ pointer }],
    });
  });

  it("is for owners, keys with the scope and the acquirer's people", async () => {
    const asked = { max_amount: cny(6_000_000) };
    await rejects(submit(people.staff, asked), "forbidden");
    await rejects(submit(people.stranger, asked), "not-found");
    await rejects(submit(testKey(M, null, "checks:run"), asked), "forbidden");
    await rejects(submit({ kind: "operator" }, asked), "forbidden");
    await rejects(
      submit(people.boss, asked, { limitId: "lim_01J00000000000000000000000" }),
      "not-found",
    );
    const stale = { ...people.boss, passwordConfirmedAt: NOW - DAY_MS };
    await expect(submit(stale, asked)).rejects.toThrow();
    expect((await submit(people.rita, asked)).maker).toMatchObject({ side: "acquirer" });
    expect(await told()).toEqual(["Boss: request_submitted"]);
  });

  it("asks for a new limit, which exists once approved and counts what was counted", async () => {
    await database.owner.query(
      `insert into transaction_keys (merchant_id, external_id, transaction_id, occurred_at, content_hash)
       values ($1, 'x', 'txn_x', $2, '')`,
      [M, new Date(clock)],
    );
    await database.owner.query(
      `insert into transactions (merchant_id, occurred_at, transaction_id, external_id, terminal_id, kind,
         amount_minor, currency, response_code, approved, business_date)
       values ($1, $2, 'txn_x', 'x', $3, 'sale', 700, 'CNY', '00', true, '2026-11-24')`,
      [M, new Date(clock), T],
    );
    const filters = {
      entryModes: [],
      fundingSources: [],
      cardOrigins: [],
      timeFrom: null,
      timeTo: null,
    };
    const target = {
      ...{ scope: "terminal", store: null, terminalId: T, window: "daily", windowSeconds: null },
      ...{ currency: "CNY", filters: { ...filters, daysOfWeek: [] } },
    } as const;
    const submission = {
      target: target as RequestTarget,
      ...{ asked: { max_amount: cny(10_000) }, startsAt: null, endsAt: null },
      justification: "A first daily limit.",
    };
    const request = await submitLimitRequest(as(people.boss), M, submission);
    expect(request).toMatchObject({ state: "submitted", isNew: true, requiredApprovals: 1 });
    await expect(submitLimitRequest(as(people.boss), M, submission)).rejects.toMatchObject({
      extra: { limit_request_id: request.limitRequestId },
    });
    expect(await decide(people.adam, request.limitRequestId, approval(10_000))).toBe("approved");
    const { rows } = await database.owner.query(
      "select used_amount_minor, used_count from counters where window_end > $1",
      [new Date(clock)],
    );
    expect(rows).toEqual([{ used_amount_minor: "700", used_count: "1" }]);
    const { rows: limits } = await database.owner.query(
      "select limit_id, version from limits where \"window\" = 'daily'",
    );
    expect(limits).toEqual([{ limit_id: request.limitId, version: 1 }]);
  });
});

describe("one open request per limit", () => {
  it("a second one names the first", async () => {
    const first = await submit(people.boss, { max_amount: cny(6_000_000) });
    await expect(submit(people.boss, { max_amount: cny(7_000_000) })).rejects.toMatchObject({
      code: "limit-request-open",
      extra: { limit_request_id: first.limitRequestId },
    });
    await rejects(submit(people.boss, { max_amount: cny(1) }), "limit-request-open");
  });

  it("two at the same time leave one", async () => {
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map((i) => submit(people.boss, { max_amount: cny(6_000_000 + i) })),
    );
    expect(outcomes.filter((o) => o.status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") {
        expect(outcome.reason).toMatchObject({ code: "limit-request-open" });
      }
    }
  });

  it("an expired one is in nobody's way, recorded or not", async () => {
    const first = await submit(
      people.boss,
      { max_amount: cny(6_000_000) },
      { endsAt: NOW + 1_000 },
    );
    clock = NOW + 1_000;
    const second = await submit(people.boss, { max_amount: cny(6_000_000) });
    expect(await stateOf(first.limitRequestId)).toBe("expired");
    expect(second.state).toBe("submitted");
  });

  it("never blocks the acquirer's own tightening, and its current follows", async () => {
    const open = await submit(people.boss, { max_amount: cny(6_000_000) });
    const lowered = await submit(people.adam, { max_amount: cny(3_000_000) });
    expect(lowered.state).toBe("applied");
    const later = await submit(
      people.adam,
      { max_amount: cny(2_000_000) },
      { startsAt: NOW + DAY_MS },
    );
    expect(later.state).toBe("scheduled");
    const { request } = await show(open.limitRequestId);
    expect(request).toMatchObject({
      state: "submitted",
      current: { maxAmountMinor: 3_000_000 },
      requested: { maxAmountMinor: 6_000_000 },
    });
    expect(await told()).toEqual(["Boss: limit_changed", "Boss: limit_changed"]);
  });

  it("what was not asked about follows the limit, and approval leaves it alone", async () => {
    const limit = { terminalId: T, window: "daily" } as const;
    limitId = await insertTestLimit(database.owner, M, limit, {
      maxAmountMinor: 30_000_000,
      maxCount: 5,
    });
    const open = await submit(people.boss, { max_count: 9 });
    expect(open).toMatchObject({
      requested: { maxAmountMinor: 30_000_000, maxCount: 9 },
      requiredApprovals: 1,
    });
    await submit(people.adam, { max_amount: cny(20_000_000) });
    expect((await show(open.limitRequestId)).request.requested).toMatchObject({
      maxAmountMinor: 20_000_000,
      maxCount: 9,
    });
    const grant = {
      values: { maxAmountMinor: 30_000_000, maxCount: 9, minAmountMinor: null },
      startsAt: null,
      endsAt: null,
    };
    await decide(people.anna, open.limitRequestId, { ...approval(0), grant } as DecisionInput);
    expect(versionInForce(await versions(), clock)).toMatchObject({
      maxAmountMinor: 20_000_000,
      maxCount: 9,
    });
  });
});

describe("deciding", () => {
  it("takes a reviewer and an approver above the threshold", async () => {
    const { limitRequestId } = await submit(people.boss, { max_amount: cny(6_000_000) });
    expect(await decide(people.rita, limitRequestId, approval(6_000_000))).toBe("first_approval");
    expect(await maxAt(clock)).toBe(5_000_000);
    expect((await show(limitRequestId)).request).toMatchObject({
      state: "in_review",
      approvals: 1,
      approved: null,
    });
    await rejects(decide(people.rita, limitRequestId, approval(6_000_000)), "forbidden");
    expect(await decide(people.adam, limitRequestId, approval(6_000_000))).toBe("approved");
    expect(await maxAt(clock)).toBe(6_000_000);
    const { request, events } = await show(limitRequestId);
    expect(request).toMatchObject({
      state: "applied",
      current: { maxAmountMinor: 5_000_000 },
      approved: { maxAmountMinor: 6_000_000 },
    });
    expect(request.decisions.map((d) => d.name)).toEqual(["Rita", "Adam"]);
    expect(events.map((e) => e.kind)).toEqual(["submitted", "first_approval", "approved"]);
    expect(await told()).toEqual(["Boss: request_decided"]);
    await rejects(decide(people.anna, limitRequestId, approval(6_000_000)), "conflict");
  });

  it("other values need yet another person", async () => {
    const { limitRequestId } = await submit(people.boss, { max_amount: cny(8_000_000) });
    await decide(people.rita, limitRequestId, approval(8_000_000));
    expect(await decide(people.adam, limitRequestId, approval(7_000_000))).toBe("first_approval");
    expect(await decide(people.anna, limitRequestId, approval(7_000_000))).toBe("approved");
    expect(await maxAt(clock)).toBe(7_000_000);
    expect((await show(limitRequestId)).request.approved?.maxAmountMinor).toBe(7_000_000);
  });

  it("schedules a raise for a period and the base applies again after it", async () => {
    const [startsAt, endsAt] = [NOW + DAY_MS, NOW + 3 * DAY_MS];
    const request = await submit(
      people.boss,
      { max_amount: cny(9_000_000) },
      { endsAt: NOW + 5 * DAY_MS },
    );
    const grant = approval(8_000_000, { startsAt, endsAt });
    await decide(people.rita, request.limitRequestId, grant);
    await decide(people.adam, request.limitRequestId, grant);
    expect(await stateOf(request.limitRequestId)).toBe("scheduled");
    const moments = [startsAt - 1, startsAt, endsAt - 1, endsAt];
    expect(await Promise.all(moments.map(maxAt))).toEqual([
      5_000_000, 8_000_000, 8_000_000, 5_000_000,
    ]);
    clock = startsAt;
    expect(await stateOf(request.limitRequestId)).toBe("applied");
    await settleLimitRequests(as({ kind: "system" }));
    clock = endsAt;
    expect(await stateOf(request.limitRequestId)).toBe("reverted");
    await settleLimitRequests(as({ kind: "system" }));
    expect((await show(request.limitRequestId)).events.map((e) => e.kind)).toEqual([
      ...["submitted", "first_approval", "approved", "applied", "reverted"],
    ]);
    expect(await told()).toEqual([
      ...["Boss: request_decided", "Boss: request_applied", "Boss: request_reverted"],
    ]);
  });

  it("a base that is lowered ends the raise over it", async () => {
    const raise = await submit(
      people.boss,
      { max_amount: cny(9_000_000) },
      { endsAt: NOW + 5 * DAY_MS },
    );
    const grant = approval(9_000_000, { endsAt: NOW + 5 * DAY_MS });
    await decide(people.rita, raise.limitRequestId, grant);
    await decide(people.adam, raise.limitRequestId, grant);
    expect(await maxAt(clock)).toBe(9_000_000);
    clock = NOW + DAY_MS;
    expect((await submit(people.boss, { max_amount: cny(4_000_000) })).state).toBe("applied");
    expect(await Promise.all([clock - 1, clock, NOW + 4 * DAY_MS].map(maxAt))).toEqual([
      ...[9_000_000, 4_000_000, 4_000_000],
    ]);
    expect(await stateOf(raise.limitRequestId)).toBe("reverted");
  });

  it("a base that is raised applies when the raise over it ends", async () => {
    const raise = await submit(
      people.boss,
      { max_amount: cny(9_000_000) },
      { endsAt: NOW + DAY_MS },
    );
    const grant = approval(9_000_000, { endsAt: NOW + DAY_MS });
    await decide(people.rita, raise.limitRequestId, grant);
    await decide(people.adam, raise.limitRequestId, grant);
    const lasting = await submit(people.boss, { max_amount: cny(6_000_000) });
    expect(lasting.state).toBe("submitted");
    await decide(people.rita, lasting.limitRequestId, approval(6_000_000));
    await decide(people.adam, lasting.limitRequestId, approval(6_000_000));
    expect(await Promise.all([clock, NOW + DAY_MS].map(maxAt))).toEqual([9_000_000, 6_000_000]);
  });

  it("one rejection ends it, with the reason", async () => {
    const { limitRequestId } = await submit(people.boss, { max_amount: cny(6_000_000) });
    await decide(people.adam, limitRequestId, approval(6_000_000));
    expect(await decide(people.rita, limitRequestId, rejection)).toBe("rejected");
    expect((await show(limitRequestId)).request).toMatchObject({
      state: "rejected",
      decisions: [{}, { decision: "reject", reason: "risk_too_high", note: "Not now." }],
    });
    await rejects(decide(people.anna, limitRequestId, approval(6_000_000)), "conflict");
    expect(await maxAt(clock)).toBe(5_000_000);
  });

  it("is nobody's who entered it, no admin's, no key's and no merchant's", async () => {
    const own = await submit(people.adam, { max_amount: cny(6_000_000) });
    await rejects(decide(people.adam, own.limitRequestId, rejection), "forbidden");
    await rejects(decide(people.admin, own.limitRequestId, rejection), "forbidden");
    await rejects(decide(people.boss, own.limitRequestId, rejection), "forbidden");
    const key = testKey(ACQUIRER, null, "limit_requests:write");
    await rejects(decide(key, own.limitRequestId, rejection), "forbidden");
  });

  it.each([
    ["more than asked", approval(6_000_001), "/grant/max_amount"],
    ["nothing", approval(5_000_000), "/grant"],
    ["longer than asked", approval(5_500_000), "/grant/ends_at"],
    ["a period that is over", approval(5_500_000, { endsAt: NOW }), "/grant/ends_at"],
  ] as const)("does not grant %s", async (_name, input, pointer) => {
    const { limitRequestId } = await submit(
      ...([people.boss, { max_amount: cny(6_000_000) }, { endsAt: NOW + DAY_MS }] as const),
    );
    const grant = input.decision === "approve" ? input.grant : null;
    const within = pointer === "/grant/ends_at" ? grant! : { ...grant!, endsAt: NOW + DAY_MS };
    await expect(
      decide(people.rita, limitRequestId, { ...input, grant: within } as DecisionInput),
    ).rejects.toMatchObject({ code: "validation-failed", fields: [{ pointer }] });
  });

  it("is refused when it would lead elsewhere than the person was told", async () => {
    const { limitRequestId } = await submit(people.boss, { max_amount: cny(6_000_000) });
    await rejects(
      decideLimitRequest(as(people.adam), M, {
        ...{ limitRequestId, input: approval(6_000_000), expected: "approved" },
      }),
      "conflict",
    );
  });
});

/** Opens them one by one, so that none is refused for waiting on the others' handshakes. */
async function openConnections(count: number): Promise<void> {
  await closeDatabase();
  openDatabase(database.serverUrl, { max: count });
  const { pool } = openedDatabase();
  const clients: pg.PoolClient[] = [];
  for (let i = 0; i < count; i++) clients.push(await pool.connect());
  for (const client of clients) client.release();
}

describe("at the same time", () => {
  it("50 decisions have one outcome", async () => {
    await openConnections(50);
    const officers: Person[] = [];
    for (let i = 0; i < 50; i++) {
      officers.push(await insertTestOfficer(database.owner, `Officer ${i}`, "acquirer_approver"));
    }
    await submit(people.boss, { max_amount: cny(4_000_000) });
    const { limitRequestId } = await submit(people.boss, { max_amount: cny(5_000_000) });
    const outcomes = await Promise.allSettled(
      officers.map((officer, i) =>
        decide(officer, limitRequestId, i % 2 ? rejection : approval(4_500_000 + i)),
      ),
    );
    const done = outcomes.flatMap((o, i) => (o.status === "fulfilled" ? [[o.value, i]] : []));
    expect(done).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    }
    const { request } = await show(limitRequestId);
    expect(request.decisions).toHaveLength(1);
    const [outcome, i] = done[0] as [string, number];
    expect(request.state).toBe(outcome === "approved" ? "applied" : "rejected");
    expect(await maxAt(clock)).toBe(outcome === "approved" ? 4_500_000 + i : 4_000_000);
  });

  it("a decision and a withdrawal have one outcome", async () => {
    for (let round = 0; round < 5; round++) {
      const { limitRequestId } = await submit(people.boss, { max_amount: cny(6_000_000 + round) });
      await decide(people.rita, limitRequestId, approval(6_000_000 + round)).catch(() => undefined);
      const [decision, withdrawal] = await Promise.allSettled([
        decide(people.adam, limitRequestId, approval(6_000_000 + round)),
        withdrawLimitRequest(as(people.boss), M, limitRequestId),
      ]);
      const state = await stateOf(limitRequestId);
      const applied = decision.status === "fulfilled";
      expect(withdrawal.status).toBe(applied ? "rejected" : "fulfilled");
      expect(state).toBe(applied ? "applied" : "withdrawn");
      expect(await maxAt(clock)).toBe(applied ? 6_000_000 + round : 5_000_000);
      if (applied) await submit(people.boss, { max_amount: cny(5_000_000) });
    }
  });
});

describe("reviewing", () => {
  it("claims, releases, asks and hears the answer", async () => {
    const { limitRequestId } = await submit(people.boss, { max_amount: cny(6_000_000) });
    await claimLimitRequest(as(people.rita), M, limitRequestId);
    expect((await show(limitRequestId)).request).toMatchObject({
      state: "in_review",
      claimedBy: { name: "Rita" },
    });
    await rejects(releaseLimitRequest(as(people.adam), M, limitRequestId), "conflict");
    await releaseLimitRequest(as(people.rita), M, limitRequestId);
    expect(await stateOf(limitRequestId)).toBe("submitted");
    await askForInformation(as(people.adam), M, { limitRequestId, question: "Which customers?" });
    await rejects(
      answerQuestion(as(people.staff), M, { limitRequestId, answer: "Two of them." }),
      "forbidden",
    );
    expect((await show(limitRequestId)).mayAnswer).toBe(true);
    await answerQuestion(as(people.boss), M, { limitRequestId, answer: "Two of them." });
    const { request, events } = await show(limitRequestId);
    expect(request).toMatchObject({ state: "in_review", claimedBy: { name: "Adam" } });
    expect(events.map((e) => e.kind)).toEqual([
      ...["submitted", "claimed", "released", "question_asked", "question_answered"],
    ]);
    expect(await told()).toEqual(["Boss: question_asked", "Adam: question_answered"]);
  });

  it("is not the maker's", async () => {
    const { limitRequestId } = await submit(people.rita, { max_amount: cny(6_000_000) });
    await rejects(claimLimitRequest(as(people.rita), M, limitRequestId), "forbidden");
  });

  it("an unanswered question ends the request after 14 days, job or not", async () => {
    const { limitRequestId } = await submit(people.boss, { max_amount: cny(6_000_000) });
    await askForInformation(as(people.rita), M, { limitRequestId, question: "Which customers?" });
    clock = NOW + 14 * DAY_MS;
    expect(await stateOf(limitRequestId)).toBe("expired");
    await rejects(decide(people.adam, limitRequestId, approval(6_000_000)), "conflict");
    expect(await settleLimitRequests(as({ kind: "system" }))).toBe(1);
    expect(await told()).toEqual(["Boss: question_asked", "Boss: request_expired"]);
  });
});

describe("withdrawing", () => {
  it("is final and repeats unchanged", async () => {
    const { limitRequestId } = await submit(people.boss, { max_amount: cny(6_000_000) });
    const first = await withdrawLimitRequest(as(people.boss), M, limitRequestId);
    expect(first.state).toBe("withdrawn");
    expect(await withdrawLimitRequest(as(people.boss), M, limitRequestId)).toEqual(first);
    await rejects(decide(people.adam, limitRequestId, rejection), "conflict");
  });

  it("of a final one is a conflict", async () => {
    const { limitRequestId } = await submit(people.boss, { max_amount: cny(4_000_000) });
    await rejects(withdrawLimitRequest(as(people.boss), M, limitRequestId), "conflict");
  });

  it("of a scheduled one takes its version back", async () => {
    const startsAt = NOW + DAY_MS;
    const { limitRequestId } = await submit(people.boss, { max_amount: cny(1) }, { startsAt });
    await withdrawLimitRequest(as(people.boss), M, limitRequestId);
    expect(await maxAt(startsAt)).toBe(5_000_000);
  });

  it("leaves the acquirer's tightening to the acquirer and a merchant's request to the merchant", async () => {
    const startsAt = NOW + DAY_MS;
    const tightened = await submit(people.adam, { max_amount: cny(1) }, { startsAt });
    await rejects(withdrawLimitRequest(as(people.boss), M, tightened.limitRequestId), "forbidden");
    const asked = await submit(people.boss, { max_amount: cny(6_000_000) });
    await rejects(withdrawLimitRequest(as(people.adam), M, asked.limitRequestId), "forbidden");
    const key = testKey(ACQUIRER, null, "limit_requests:write");
    expect((await withdrawLimitRequest(as(key), M, asked.limitRequestId)).state).toBe("withdrawn");
    await rejects(withdrawLimitRequest(as(people.stranger), M, asked.limitRequestId), "not-found");
  });
});

describe("listing", () => {
  it("is newest first, in pages", async () => {
    const ids: string[] = [];
    for (let i = 1; i <= 3; i++) {
      ids.unshift((await submit(people.boss, { max_amount: cny(5_000_000 - i) })).limitRequestId);
    }
    const page = await listLimitRequests(as(people.staff), M, { limit: 2, before: null });
    expect(page.requests.map((r) => r.limitRequestId)).toEqual(ids.slice(0, 2));
    const rest = await listLimitRequests(as(people.staff), M, { limit: 2, before: page.next });
    expect(rest.requests.map((r) => r.limitRequestId)).toEqual(ids.slice(2));
    expect(rest.next).toBeNull();
    expect(
      (await listLimitRequests(as(people.boss), M, { limit: 9, before: null, limitIds: ["x"] }))
        .requests,
    ).toEqual([]);
  });
});

it("every step is in the audit trail, in one chain", async () => {
  const { limitRequestId } = await submit(people.boss, { max_amount: cny(6_000_000) });
  await claimLimitRequest(as(people.rita), M, limitRequestId);
  await decide(people.rita, limitRequestId, approval(6_000_000));
  await decide(people.adam, limitRequestId, approval(6_000_000));
  const { rows } = await database.owner.query(
    "select action, actor_name from audit_events where subject_id = $1 order by sequence",
    [limitRequestId],
  );
  expect(rows.map((row) => `${row.actor_name}: ${row.action}`)).toEqual([
    "Boss: limit_request.submit",
    "Rita: limit_request.claim",
    "Rita: limit_request.approve",
    "Adam: limit_request.approve",
  ]);
});
