import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { listMiscounted } from "@/lib/data/test-counting";
import {
  insertTestLimit,
  insertTestMerchant,
  insertTestUser,
  testKey,
} from "@/lib/data/test-merchants";
import { ForbiddenError, NotFoundError } from "@/lib/domain/errors";
import type { ReportedTransaction } from "@/lib/domain/transactions/transaction";
import { listRecordedTransactions } from "@/lib/use-cases/transactions/list-transactions";
import { recordTransactions } from "@/lib/use-cases/transactions/record-transactions";

const T = "00018644";
const OTHER_T = "00018645";
const NOON = Date.parse("2026-11-24T12:00:00+08:00");
const DAY = 86_400_000;

let database: TestDatabase;
let merchants = 0;
let M: string;
let ctx: Ctx;
let dailyId: string;
let monthlyId: string;
let serial = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  M = `MERCHANT${String(++merchants).padStart(7, "0")}`;
  const { owner } = database;
  await insertTestMerchant(owner, { merchantId: M, terminalId: T });
  await owner.query(
    "insert into terminals (merchant_id, terminal_id, status) values ($1, $2, 'lost')",
    [M, OTHER_T],
  );
  dailyId = await insertTestLimit(owner, M, { terminalId: T, window: "daily" }, { maxCount: 10 });
  monthlyId = await insertTestLimit(
    owner,
    M,
    { terminalId: null, window: "monthly" },
    { maxAmountMinor: 100_000 },
  );
  ctx = {
    actor: testKey(M, null, "transactions:write"),
    now: () => new Date(NOON),
    requestId: "test",
  };
});

const sale = (over: Partial<ReportedTransaction> = {}): ReportedTransaction => ({
  externalId: `X${++serial}`,
  terminalId: T,
  reservationId: null,
  kind: "sale",
  amountMinor: 1_000,
  currency: "CNY",
  responseCode: "00",
  occurredAt: NOON - 1_000,
  entryMode: null,
  fundingSource: null,
  cardOrigin: null,
  originalExternalId: null,
  ...over,
});
const back = (
  kind: "reversal" | "refund",
  original: ReportedTransaction,
  over: Partial<ReportedTransaction> = {},
) =>
  sale({
    kind,
    originalExternalId: original.externalId,
    amountMinor: original.amountMinor,
    ...over,
  });

const record = async (...reported: ReportedTransaction[]) =>
  (await recordTransactions(ctx, M, reported)).map((one) =>
    one.outcome === "rejected"
      ? `${one.error.code} ${one.error.fields[0]?.code ?? ""}`.trim()
      : one.outcome,
  );

async function used(limitId: string, at = NOON) {
  const { rows } = await database.owner.query<{ amount: string; count: string }>(
    `select used_amount_minor as amount, used_count as count from counters
     where merchant_id = $1 and limit_id = $2 and window_start <= $3 and window_end > $3`,
    [M, limitId, new Date(at)],
  );
  return rows[0] ? [Number(rows[0].amount), Number(rows[0].count)] : null;
}

describe("a sale", () => {
  it("counts in every limit it belongs to, the declined one in none", async () => {
    expect(await record(sale(), sale({ responseCode: "51" }))).toEqual(["accepted", "accepted"]);
    expect(await used(dailyId)).toEqual([1_000, 1]);
    expect(await used(monthlyId)).toEqual([1_000, 1]);
  });

  it("is a fact: beyond the limit, on an inactive terminal, in a closed window", async () => {
    const yesterday = sale({ terminalId: OTHER_T, occurredAt: NOON - DAY, amountMinor: 900_000 });
    expect(await record(yesterday, sale({ amountMinor: 900_000 }))).toEqual([
      "accepted",
      "accepted",
    ]);
    expect(await used(monthlyId)).toEqual([1_800_000, 2]);
    expect(await used(dailyId)).toEqual([900_000, 1]);
    expect(await used(dailyId, NOON - DAY)).toBeNull();
  });

  it("may be 5 minutes ahead and 400 days back, not a millisecond more", async () => {
    const at = (occurredAt: number) => sale({ occurredAt });
    expect(
      await record(
        ...[at(NOON + 300_000), at(NOON + 300_001)],
        ...[at(NOON - 400 * DAY), at(NOON - 400 * DAY - 1)],
      ),
    ).toEqual([
      ...["accepted", "validation-failed too_far_ahead"],
      ...["accepted", "validation-failed too_long_ago"],
    ]);
  });

  it("sent again is a duplicate, with other content a conflict, in one batch too", async () => {
    const first = sale({ entryMode: "chip" });
    expect(await record(first, { ...first })).toEqual(["accepted", "duplicate"]);
    expect(
      await record(
        { ...first },
        { ...first, amountMinor: 2_000 },
        { ...first, entryMode: null },
        { ...first, responseCode: "51" },
        { ...first, occurredAt: first.occurredAt + 1 },
      ),
    ).toEqual(["duplicate", "conflict", "conflict", "conflict", "conflict"]);
    expect(await used(dailyId)).toEqual([1_000, 1]);
  });

  it("gives its external_id free 400 days after it was recorded", async () => {
    const first = sale();
    const other = { ...first, amountMinor: 7_000, occurredAt: NOON + 399 * DAY };
    await record(first);
    ctx = { ...ctx, now: () => new Date(NOON + 400 * DAY - 1) };
    expect(await record(other)).toEqual(["conflict"]);
    ctx = { ...ctx, now: () => new Date(NOON + 400 * DAY) };
    expect(await record(other)).toEqual(["accepted"]);
    expect(await record(other)).toEqual(["duplicate"]);
    expect(await used(dailyId, other.occurredAt)).toEqual([7_000, 1]);
    expect(await listMiscounted(database.owner, M)).toEqual([]);
  });

  it("on a terminal that is not registered is rejected and not remembered", async () => {
    const lost = sale({ terminalId: "99999999" });
    expect(await record(lost)).toEqual(["not-found"]);
    expect(await record({ ...lost, terminalId: T })).toEqual(["accepted"]);
  });
});

describe("giving back", () => {
  it("lands in the windows of the original, and only a reversal gives the count back", async () => {
    const refunded = sale({ occurredAt: NOON - DAY });
    const reversed = sale({ occurredAt: NOON - DAY });
    await record(refunded, reversed);
    expect(await used(dailyId, NOON - DAY)).toEqual([2_000, 2]);
    expect(
      await record(back("refund", refunded, { amountMinor: 400 }), back("reversal", reversed)),
    ).toEqual(["accepted", "accepted"]);
    expect(await used(dailyId, NOON - DAY)).toEqual([600, 1]);
    expect(await used(dailyId)).toBeNull();
  });

  it("is at most the original together, and a reversal carries all of it", async () => {
    const first = sale();
    await record(first);
    const refund = back("refund", first, { amountMinor: 600 });
    expect(
      await record(
        back("reversal", first, { amountMinor: 999 }),
        back("refund", first, { amountMinor: 1_001 }),
        refund,
        back("reversal", first),
        back("refund", first, { amountMinor: 401 }),
        { ...refund },
        back("refund", first, { amountMinor: 400 }),
        back("refund", first, { amountMinor: 1 }),
      ),
    ).toEqual([
      "validation-failed reversal_not_whole",
      "validation-failed more_than_original",
      "accepted",
      "validation-failed more_than_original",
      "validation-failed more_than_original",
      "duplicate",
      "accepted",
      "validation-failed more_than_original",
    ]);
    expect(await used(dailyId)).toEqual([0, 1]);
  });

  it("happens once: a second reversal is too much", async () => {
    const first = sale();
    expect(
      await record(first, back("reversal", first), back("reversal", first), back("refund", first)),
    ).toEqual([
      ...["accepted", "accepted"],
      ...["validation-failed more_than_original", "validation-failed more_than_original"],
    ]);
    expect(await used(dailyId)).toEqual([0, 0]);
  });

  it("needs an approved sale of the same currency and terminal", async () => {
    const first = sale();
    const declined = sale({ responseCode: "51" });
    const refund = back("refund", first, { amountMinor: 1 });
    await record(first, declined, refund);
    const unknown = back("refund", first, { originalExternalId: "nobody" });
    expect(
      await record(
        unknown,
        back("refund", declined),
        back("refund", refund),
        back("refund", first, { currency: "USD" }),
        back("refund", first, { terminalId: OTHER_T }),
        back("refund", first, { responseCode: "51", amountMinor: 900_000 }),
        { ...unknown, kind: "sale", originalExternalId: null },
      ),
    ).toEqual([
      "not-found",
      "validation-failed original_not_approved_sale",
      "validation-failed original_not_approved_sale",
      "validation-failed original_other_currency",
      "validation-failed original_other_terminal",
      "accepted",
      "accepted",
    ]);
    expect(await used(dailyId)).toEqual([1_999, 2]);
  });
});

describe("recording", () => {
  it("tells the owner once a window that 80, 90 and 100 percent are used", async () => {
    const { owner } = database;
    const boss = await insertTestUser(owner, "Boss", M, "merchant_owner");
    const percents = async () => {
      const { rows } = await owner.query<{ percent: number }>(
        `select (params ->> 'percent')::int as percent from notifications
         where merchant_id = $1 and user_id = $2 and kind = 'usage_reached' order by notification_id`,
        [M, boss.userId],
      );
      return rows.map(({ percent }) => percent);
    };
    await record(sale({ amountMinor: 79_999 }));
    expect(await percents()).toEqual([]);
    await record(sale({ amountMinor: 1 }));
    await record(sale({ amountMinor: 1 }));
    expect(await percents()).toEqual([80]);
    await record(sale({ amountMinor: 30_000 }), sale({ amountMinor: 1 }));
    expect(await percents()).toEqual([80, 100]);
  });

  it("is for keys of the merchant or the acquirer that may", async () => {
    const by = (actor: Ctx["actor"]) => recordTransactions({ ...ctx, actor }, M, [sale()]);
    await expect(by(testKey(M, null, "checks:run"))).rejects.toThrow(ForbiddenError);
    await expect(by(testKey("MERCHANT9999999", null, "transactions:write"))).rejects.toThrow(
      NotFoundError,
    );
    expect(await by(testKey("acquirer", null, "transactions:write"))).toMatchObject([
      { outcome: "accepted" },
    ]);
  });

  it("is listed newest first, by terminal and time, page by page", async () => {
    const times = [5, 3, 3, 9, 1].map((minutes) => NOON - minutes * 60_000);
    await record(...times.map((occurredAt) => sale({ occurredAt })), sale({ terminalId: OTHER_T }));
    const filter = { terminalId: T, from: null, to: null };
    const first = await listRecordedTransactions(ctx, M, filter, { limit: 3, after: null });
    const rest = await listRecordedTransactions(ctx, M, filter, { limit: 3, after: first.nextKey });
    expect([...first.rows, ...rest.rows].map((row) => (NOON - row.occurredAt) / 60_000)).toEqual([
      ...[1, 3, 3],
      ...[5, 9],
    ]);
    expect(rest.nextKey).toBeNull();
    const between = { ...filter, from: times[0]!, to: times[1]! };
    const found = await listRecordedTransactions(ctx, M, between, { limit: 9, after: null });
    expect(found.rows).toMatchObject([
      { occurredAt: times[0], approved: true, businessDate: "2026-11-24", recordedAt: NOON },
    ]);
  });
});
