import { randomInt } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { createLimit, lockCounting } from "@/lib/data/limit-versions";
import { listMiscounted } from "@/lib/data/test-counting";
import { CountingOracle } from "@/lib/data/test-counting-oracle";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant, testKey } from "@/lib/data/test-merchants";
import { type CalendarWindow, type CutOver, windowAt } from "@/lib/domain/business-day";
import type { LimitIdentity } from "@/lib/domain/limits/limit";
import type { ReportedTransaction } from "@/lib/domain/transactions/transaction";
import { newId } from "@/lib/platform/ids";
import { recordTransactions } from "@/lib/use-cases/transactions/record-transactions";

const SEQUENCES = process.env.FULL ? 3_000 : 300;
const TERMINALS = ["00018644", "00018645"] as const;
const UNKNOWN_TERMINAL = "99999999";
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const APPROVED_CODE = "00";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const cutOvers = fc.constantFrom<CutOver>(
  { timeZone: "Asia/Shanghai", cutOverTime: "00:00" },
  { timeZone: "Asia/Shanghai", cutOverTime: "05:30" },
  { timeZone: "Asia/Shanghai", cutOverTime: "23:00" },
  { timeZone: "America/New_York", cutOverTime: "02:30" },
  { timeZone: "America/New_York", cutOverTime: "12:00" },
  { timeZone: "Australia/Lord_Howe", cutOverTime: "11:59" },
);
// Before a midnight, a leap day, a month's end, and both changes of the clocks in New York.
const beginnings = fc.constantFrom(
  ...["2026-11-24T23:58:00+08:00", "2028-02-29T10:00:00+08:00", "2026-12-31T15:59:00Z"],
  ...["2026-11-01T05:20:00Z", "2027-03-14T06:20:00Z"],
);

const sale = fc.record({
  kind: fc.constant("sale" as const),
  terminalId: fc.constantFrom(...TERMINALS, ...TERMINALS, UNKNOWN_TERMINAL),
  amountMinor: fc.integer({ min: 1, max: 1_000 }),
  currency: fc.constantFrom("CNY", "CNY", "CNY", "USD"),
  responseCode: fc.constantFrom(APPROVED_CODE, APPROVED_CODE, APPROVED_CODE, "51"),
  agoMs: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: 2 * DAY_MS }),
    fc.integer({ min: 0, max: 45 * DAY_MS }),
    fc.constantFrom(-5 * MINUTE_MS, -5 * MINUTE_MS - 1, 400 * DAY_MS, 400 * DAY_MS + 1),
  ),
  entryMode: fc.constantFrom("chip", "contactless", null),
  fundingSource: fc.constantFrom("debit", "credit", null),
  cardOrigin: fc.constantFrom("domestic", "foreign", null),
});
const again = fc.record({
  kind: fc.constant("again" as const),
  of: fc.nat(),
  otherAmount: fc.boolean(),
});
const giveBack = fc.record({
  kind: fc.constantFrom("refund" as const, "refund" as const, "reversal" as const),
  of: fc.nat(),
  percent: fc.constantFrom(100, 100, 100, 60, 40, 101),
  responseCode: fc.constantFrom(APPROVED_CODE, APPROVED_CODE, APPROVED_CODE, "51"),
  fault: fc.constantFrom(
    ...Array.from({ length: 6 }, () => null),
    "currency",
    "terminal",
    "original",
  ),
});
const batch = fc.record({
  kind: fc.constant("post" as const),
  items: fc.array(
    fc.oneof({ arbitrary: sale, weight: 5 }, again, { arbitrary: giveBack, weight: 3 }),
    {
      minLength: 1,
      maxLength: 8,
    },
  ),
});
const limitShape = fc.record({
  kind: fc.constant("limit" as const),
  terminalId: fc.constantFrom(...TERMINALS, null),
  window: fc.constantFrom("daily" as const, "monthly" as const, "weekly" as const),
  currency: fc.constantFrom("CNY", "CNY", "USD"),
  entryModes: fc.subarray(["chip", "contactless"] as const, { maxLength: 1 }),
  fundingSources: fc.subarray(["debit", "credit"] as const, { maxLength: 1 }),
  cardOrigins: fc.subarray(["domestic", "foreign"] as const, { maxLength: 1 }),
});
const wait = fc.record({
  kind: fc.constant("wait" as const),
  ms: fc.oneof(
    fc.integer({ min: 0, max: 10 * MINUTE_MS }),
    fc.integer({ max: 2 * DAY_MS, min: 0 }),
  ),
});
const change = fc.record({ kind: fc.constant("cut_over" as const), cutOver: cutOvers });
const step = fc.oneof(
  { arbitrary: batch, weight: 6 },
  { arbitrary: wait, weight: 2 },
  { arbitrary: limitShape, weight: 2 },
  { arbitrary: change, weight: 1 },
);
const story = fc.record({
  begins: beginnings,
  cutOver: cutOvers,
  limits: fc.array(limitShape, { minLength: 1, maxLength: 4 }),
  steps: fc.array(step, { minLength: 2, maxLength: 10 }),
});

type ValueOf<A> = A extends fc.Arbitrary<infer T> ? T : never;
type Story = ValueOf<typeof story>;
type Item = ValueOf<typeof batch>["items"][number];
type LimitShape = ValueOf<typeof limitShape>;
type LimitAt = LimitIdentity & { window: CalendarWindow; since: number };
type CounterRow = { limitId: string; start: number; end: number; amount: number; count: number };

let merchants = 0;

/** One merchant living through one story, beside the oracle. */
class Life {
  readonly merchantId = `MERCHANT${String(++merchants).padStart(7, "0")}`;
  private readonly oracle = new CountingOracle(TERMINALS, [APPROVED_CODE]);
  private readonly posted: ReportedTransaction[] = [];
  /** Where in `posted` each one was accepted; a duplicate later counts nothing anew. */
  private readonly acceptedAt = new Map<string, number>();
  private readonly limits = new Map<string, LimitAt>();
  private hasChangedCutOver = false;
  private now: number;
  private cutOver: CutOver;

  constructor({ begins, cutOver }: Story) {
    this.now = Date.parse(begins);
    this.cutOver = cutOver;
  }

  private get ctx(): Ctx {
    const actor = testKey(this.merchantId, null, "transactions:write");
    return { actor, now: () => new Date(this.now), requestId: "test" };
  }

  async begin({ limits }: Story): Promise<void> {
    const { merchantId } = this;
    await insertTestMerchant(database.owner, { merchantId, terminalId: TERMINALS[0] });
    await database.owner.query(
      "insert into terminals (merchant_id, terminal_id, status) values ($1, $2, 'inactive')",
      [merchantId, TERMINALS[1]],
    );
    await this.setCutOver(this.cutOver);
    for (const shape of limits) await this.addLimit(shape);
  }

  async take(one: Story["steps"][number]): Promise<void> {
    if (one.kind === "wait") this.now += one.ms;
    else if (one.kind === "post") await this.post(one.items);
    else if (one.kind === "limit") await this.addLimit(one);
    else {
      this.hasChangedCutOver = true;
      await this.setCutOver(one.cutOver);
    }
  }

  private async setCutOver(cutOver: CutOver): Promise<void> {
    this.cutOver = cutOver;
    await database.owner.query("update acquirer_settings set time_zone = $1, cut_over_time = $2", [
      ...[cutOver.timeZone, cutOver.cutOverTime],
    ]);
  }

  private async addLimit({ kind: _kind, ...shape }: LimitShape): Promise<void> {
    const { terminalId, window, currency, ...lists } = shape;
    const filters = { ...lists, timeFrom: null, timeTo: null, daysOfWeek: [] };
    const scope = terminalId === null ? ("merchant" as const) : ("terminal" as const);
    const identity = {
      scope,
      store: null,
      terminalId,
      window,
      windowSeconds: null,
      currency,
      filters,
    };
    const twin = [...this.limits.values()].find(
      ({ limitId: _id, since: _since, ...other }) =>
        JSON.stringify(other) === JSON.stringify(identity),
    );
    if (twin) return;
    const limit = { ...identity, limitId: newId("lim") };
    await withMerchant(this.ctx, this.merchantId, async (db) => {
      await lockCounting(db, this.merchantId);
      await createLimit(db, this.merchantId, limit, { cutOver: this.cutOver, now: this.now });
    });
    this.limits.set(limit.limitId, { ...limit, since: this.posted.length });
  }

  private reportedOf(item: Item): ReportedTransaction {
    const externalId = `X${this.posted.length}`;
    if (item.kind === "sale") {
      const { agoMs, ...rest } = item;
      const occurredAt = this.now - agoMs;
      return { ...rest, externalId, occurredAt, originalExternalId: null, reservationId: null };
    }
    const other = this.posted[item.of % Math.max(1, this.posted.length)];
    if (!other) return this.reportedOf({ ...PLAIN, kind: "sale" });
    if (item.kind === "again") {
      return { ...other, amountMinor: other.amountMinor + (item.otherAmount ? 1 : 0) };
    }
    const { kind, percent, responseCode, fault } = item;
    return {
      ...other,
      ...{ externalId, kind, responseCode, occurredAt: this.now },
      amountMinor: Math.max(1, Math.round((other.amountMinor * percent) / 100)),
      currency: fault === "currency" ? "EUR" : other.currency,
      terminalId: fault === "terminal" ? TERMINALS[item.of % 2]! : other.terminalId,
      originalExternalId: fault === "original" ? "nobody" : other.externalId,
    };
  }

  private async post(items: readonly Item[]): Promise<void> {
    const first = this.posted.length;
    const reported: ReportedTransaction[] = [];
    for (const item of items) {
      const one = this.reportedOf(item);
      reported.push(one);
      this.posted.push(one);
    }
    const outcomes = await recordTransactions(this.ctx, this.merchantId, reported);
    const told = outcomes.map((one) => (one.outcome === "rejected" ? one.error.code : one.outcome));
    expect(told).toEqual(reported.map((one) => this.oracle.record(one, this.now)));
    for (const [n, { externalId }] of reported.entries()) {
      if (told[n] === "accepted") this.acceptedAt.set(externalId, first + n);
    }
  }

  private async counters(): Promise<CounterRow[]> {
    const { rows } = await database.owner.query<CounterRow>(
      `select limit_id as "limitId", extract(epoch from window_start)::float8 * 1000 as start,
         extract(epoch from window_end)::float8 * 1000 as "end",
         used_amount_minor::float8 as amount, used_count::float8 as count
       from counters where merchant_id = $1 order by limit_id, window_start`,
      [this.merchantId],
    );
    return rows;
  }

  /** Every counter is the sum of its events, windows do not overlap, and nothing counted is without one. */
  async verify(): Promise<void> {
    const counters = await this.counters();
    for (const [limitId, limit] of this.limits) {
      const mine = counters.filter((counter) => counter.limitId === limitId);
      this.verifyWindows(limit, mine);
      for (const { start, end, amount, count } of mine) {
        expect([amount, count]).toEqual(this.oracle.usedOf(limit, start, end));
      }
      this.verifyPresent(limit, mine);
    }
    expect(await listMiscounted(database.owner, this.merchantId)).toEqual([]);
  }

  private verifyWindows(limit: LimitAt, mine: readonly CounterRow[]): void {
    for (const [n, counter] of mine.entries()) {
      const before = mine[n - 1];
      if (before) expect(before.end).toBeLessThanOrEqual(counter.start);
      if (this.hasChangedCutOver) continue;
      const { start, end } = windowAt(limit.window, counter.start, this.cutOver);
      expect([counter.start, counter.end]).toEqual([start, end]);
    }
    for (const { sale } of this.oracle.salesOf(limit)) {
      const { externalId, occurredAt: at } = sale;
      if ((this.acceptedAt.get(externalId) ?? 0) < limit.since) continue;
      expect(mine.some(({ start, end }) => start <= at && at < end)).toBe(true);
    }
  }

  /** The running window, and the one a day ago, are complete even for a limit made in their middle. */
  private verifyPresent(limit: LimitAt, mine: readonly CounterRow[]): void {
    if (this.hasChangedCutOver) return;
    const { start, end } = windowAt(limit.window, this.now, this.cutOver);
    const counter = mine.find((one) => one.start === start);
    const used = this.oracle.usedOf(limit, start, end);
    expect([counter?.amount ?? 0, counter?.count ?? 0]).toEqual(used);
  }
}

const PLAIN = {
  terminalId: TERMINALS[0],
  amountMinor: 500,
  currency: "CNY",
  responseCode: APPROVED_CODE,
  agoMs: 0,
  entryMode: null,
  fundingSource: null,
  cardOrigin: null,
} as const;

it(
  "counts like the oracle, whatever happens in which order",
  async () => {
    const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
    // Printed so that a failure can be replayed: SEED=<seed> with the same number of sequences.
    console.log(`counting sequences: ${SEQUENCES}, SEED=${seed}`);
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        const life = new Life(told);
        await life.begin(told);
        for (const one of told.steps) await life.take(one);
        await life.verify();
      }),
      { numRuns: SEQUENCES, seed },
    );
  },
  SEQUENCES * 1_000,
);
