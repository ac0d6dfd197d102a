import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import {
  insertTestLimit,
  insertTestMerchant,
  insertTestOfficer,
  insertTestUser,
} from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import { DAY_MS } from "@/lib/domain/zoned-time";
import { claimLimitRequest } from "@/lib/use-cases/limit-requests/claim-limit-request";
import { decideLimitRequest } from "@/lib/use-cases/limit-requests/decide-limit-request";
import { getReview } from "@/lib/use-cases/limit-requests/get-review";
import {
  listReviewQueue,
  type ReviewQueueQuery,
} from "@/lib/use-cases/limit-requests/list-review-queue";
import { submitLimitRequest } from "@/lib/use-cases/limit-requests/submit-limit-request";

const NOW = Date.parse("2026-11-24T10:00:00+08:00");
const MERCHANTS = ["898210154110002", "898210154110003", "898210154110004"];
const TERMINALS = ["00018644", "00018650", "00018660"];

let database: TestDatabase;
type Person = Awaited<ReturnType<typeof insertTestUser>>;
let rita: Person;
let adam: Person;
let boss: Person;
const requests: string[] = [];
const limits: string[] = [];
let clock = NOW;

const as = (actor: Actor): Ctx => ({ actor, now: () => new Date(clock), requestId: "test" });
const NO_FILTER = { tier: null, window: null, text: null };
const queue = (query: Partial<ReviewQueueQuery> = {}, actor: Actor = rita) =>
  listReviewQueue(as(actor), {
    ...{ tab: "all", filter: NO_FILTER, limit: 25, after: null, before: null },
    ...query,
  });
const idsOf = async (query: Partial<ReviewQueueQuery> = {}) =>
  (await queue(query)).rows.map((row) => requests.indexOf(row.limitRequestId));

async function insertSale(merchant: number, minor: number, at: number, approved = true) {
  const id = `x${minor}-${at}`;
  await database.owner.query(
    `insert into transaction_keys (merchant_id, external_id, transaction_id, occurred_at, content_hash)
     values ($1, $2, $2, $3, '')`,
    [MERCHANTS[merchant], id, new Date(at)],
  );
  await database.owner.query(
    `insert into transactions (merchant_id, occurred_at, transaction_id, external_id, terminal_id, kind,
       amount_minor, currency, response_code, approved, business_date)
     values ($1, $2, $3, $3, $4, 'sale', $5, 'CNY', $6, $7, ($2::timestamptz at time zone 'Asia/Shanghai')::date)`,
    [
      ...[MERCHANTS[merchant], new Date(at), id, TERMINALS[merchant], minor],
      approved ? "00" : "21",
      approved,
    ],
  );
}

async function insertRefusal(limitId: string | null, minor: number, at: number, id: string) {
  const reason = {
    ...{
      code: "PER_TRANSACTION_LIMIT_EXCEEDED",
      severity: "block",
      limit_id: limitId,
      cause: "limit",
    },
    ...{ used: null, reserved: null, resets_at: null },
  };
  const other = { code: "TERMINAL_INACTIVE", severity: "block", cause: "terminal" };
  await database.owner.query(
    `insert into checks (merchant_id, check_id, terminal_id, amount_minor, currency, decision, answer,
       source, actor_id, evaluated_at) values ($1, $2, $3, $4, 'CNY', 'decline', $5, 'api', 'key', $6)`,
    [
      ...[MERCHANTS[0], id, TERMINALS[0], minor],
      ...[JSON.stringify({ reasons: limitId ? [reason] : [other, reason] }), new Date(at)],
    ],
  );
}

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  await owner.query(
    `insert into response_code_profiles (profile_id, name_en, name_zh) values ('catch_all', 'c', 'c') on conflict do nothing`,
  );
  await owner.query(
    `insert into reason_code_map (profile_id, reason_code, response_code)
     values ('catch_all', 'PER_TRANSACTION_LIMIT_EXCEEDED', '21') on conflict do nothing`,
  );
  rita = await insertTestOfficer(owner, "Rita", "acquirer_reviewer");
  adam = await insertTestOfficer(owner, "Adam", "acquirer_approver");
  for (const [i, merchantId] of MERCHANTS.entries()) {
    const terminalId = TERMINALS[i]!;
    await insertTestMerchant(owner, { merchantId, terminalId });
    const limit = { terminalId, window: "per_transaction" } as const;
    limits.push(
      await insertTestLimit(owner, merchantId, limit, { maxAmountMinor: (i + 5) * 1_000_000 }),
    );
    const person = await insertTestUser(owner, `Boss ${i}`, merchantId, "merchant_owner");
    if (i === 0) boss = person;
    clock = NOW + (3 - i) * 1_000;
    const request = await submitLimitRequest(as(person), merchantId, {
      target: { limitId: limits[i]! },
      asked: { max_amount: { amountMinor: 9_000_000, currency: "CNY" } },
      justification: "Wholesale customers pay by one card.",
      startsAt: null,
      endsAt: null,
    });
    requests.push(request.limitRequestId);
  }
  await owner.query(
    "update merchants set tier = 'micro', trading_name = 'Harbour 100%' where merchant_id = $1",
    [MERCHANTS[1]],
  );
  clock = NOW + 10_000;
});
afterAll(() => database.drop());

describe("the queue", () => {
  it("is oldest deadline first and goes on in both directions", async () => {
    expect(await idsOf()).toEqual([2, 1, 0]);
    const first = await queue({ limit: 2 });
    expect([first.hasPrevious, first.hasNext]).toEqual([false, true]);
    const last = first.rows.at(-1)!;
    const second = await queue({ limit: 2, after: last });
    expect(second.rows.map((r) => requests.indexOf(r.limitRequestId))).toEqual([0]);
    expect([second.hasPrevious, second.hasNext]).toEqual([true, false]);
    const back = await queue({ limit: 2, before: second.rows[0]! });
    expect(back.rows.map((r) => requests.indexOf(r.limitRequestId))).toEqual([2, 1]);
    expect([back.hasPrevious, back.hasNext]).toEqual([false, true]);
  });

  it("filters by tier, window and part of a name or number, taken literally", async () => {
    expect(await idsOf({ filter: { ...NO_FILTER, tier: "micro" } })).toEqual([1]);
    expect(await idsOf({ filter: { ...NO_FILTER, window: "daily" } })).toEqual([]);
    expect(await idsOf({ filter: { ...NO_FILTER, text: "harbour 100%" } })).toEqual([1]);
    expect(await idsOf({ filter: { ...NO_FILTER, text: "%" } })).toEqual([1]);
    expect(await idsOf({ filter: { ...NO_FILTER, text: "18660" } })).toEqual([2]);
  });

  it("sorts requests into tabs and counts them", async () => {
    const counts = { all: 3, mine: 0, unclaimed: 3, second: 0, overdue: 0, waiting: 0 };
    expect((await queue()).counts).toEqual(counts);
    await claimLimitRequest(as(rita), MERCHANTS[2]!, requests[2]!);
    expect((await queue()).counts).toEqual({ ...counts, mine: 1, unclaimed: 2 });
    expect(await idsOf({ tab: "mine" })).toEqual([2]);
    await decideLimitRequest(as(rita), MERCHANTS[2]!, {
      limitRequestId: requests[2]!,
      expected: null,
      input: {
        decision: "approve",
        grant: {
          values: { maxAmountMinor: 9_000_000, maxCount: null, minAmountMinor: null },
          ...{ startsAt: null, endsAt: null },
        },
        ...{ reason: "Use supports it.", note: null },
      },
    });
    expect((await queue({}, adam)).counts).toEqual({ ...counts, unclaimed: 2, second: 1 });
    clock = NOW + DAY_MS + 2_000;
    expect((await queue()).counts.overdue).toBe(2);
    clock = NOW + 10_000;
  });

  it("is the acquirer's", async () => {
    await expect(queue({}, boss)).rejects.toMatchObject({ code: "not-found" });
  });

  it("shows the peak of use against the present limit", async () => {
    await insertSale(0, 4_800_000, NOW - DAY_MS);
    await insertSale(0, 4_900_000, NOW - 40 * DAY_MS);
    const { rows } = await queue();
    expect(rows.map((row) => row.peakPercent)).toEqual([null, null, 96]);
  });
});

describe("one request to decide", () => {
  it("holds use, replay, likes of it and what the reader may do", async () => {
    await insertSale(0, 200_000, NOW - 2 * DAY_MS);
    await insertSale(0, 300_000, NOW - 2 * DAY_MS + 1);
    await insertRefusal(limits[0]!, 6_000_000, NOW - 3 * DAY_MS, "chk_1");
    await insertRefusal(limits[0]!, 6_000_000, NOW - 3 * DAY_MS + 60_000, "chk_2");
    await insertRefusal(limits[0]!, 9_000_001, NOW - 3 * DAY_MS, "chk_3");
    await insertRefusal(null, 7_000_000, NOW - 3 * DAY_MS, "chk_4");
    await insertSale(0, 8_000_000, NOW - 4 * DAY_MS, false);
    await insertSale(0, 1_000_000, NOW - 4 * DAY_MS + 1, false);
    const review = await getReview(as(rita), MERCHANTS[0]!, requests[0]!);
    const { evidence } = review;
    expect(evidence.days).toHaveLength(90);
    expect([evidence.days[0]!.date, evidence.days.at(-1)!.date]).toEqual([
      ...["2026-08-27", "2026-11-24"],
    ]);
    expect(evidence.days.find((d) => d.date === "2026-11-22")).toEqual({
      ...{ date: "2026-11-22", amountMinor: 300_000, count: 2, refused: 0 },
    });
    expect(evidence.days.find((d) => d.date === "2026-11-21")!.refused).toBe(2);
    expect(evidence.replay).toMatchObject({ count: 2, amountMinor: 14_000_000 });
    expect(evidence.refusals).toBe(3);
    expect(evidence.declines).toEqual([
      { cause: "limit", count: 3 },
      { cause: "terminal", count: 1 },
    ]);
    expect(evidence.similar).toEqual({ merchants: 1, maxAmountMinor: 7_000_000, maxCount: null });
    expect(review.compliance).toBe("compliant");
    expect(review.reader.offers.propose).toEqual({ allowed: true, final: false });
    expect(review.events.map((e) => e.kind)).toEqual(["submitted"]);
    expect(review.earlier).toEqual([]);
  });

  it("is another merchant's under its own MID only", async () => {
    await expect(getReview(as(rita), MERCHANTS[1]!, requests[0]!)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
