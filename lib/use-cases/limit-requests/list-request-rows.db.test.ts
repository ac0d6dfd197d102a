import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant, insertTestUser } from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import { NotFoundError } from "@/lib/domain/errors";
import { SHOWN_STATES } from "@/lib/domain/limit-requests/request-state";
import { listRequestRows } from "@/lib/use-cases/limit-requests/list-request-rows";

const M = "898210154110002";
const OTHER = "898210154110003";
const NOW = Date.parse("2026-11-24T10:00:00+08:00");
const DAY = 86_400_000;

type Times = { endsAt?: number; asked?: number; from?: number; to?: number };

/** Recorded states with the times that decide what they are by now. */
const RECORDED: [state: string, times: Times][] = [
  ["submitted", {}],
  ["submitted", { endsAt: NOW }],
  ["in_review", { endsAt: NOW + 1 }],
  ["info_requested", { asked: NOW - 14 * DAY + 1 }],
  ["info_requested", { asked: NOW - 14 * DAY }],
  ["approved", { from: NOW + 1 }],
  ["approved", { from: NOW }],
  ["partially_approved", { from: NOW - DAY, to: NOW }],
  ["scheduled", {}],
  ["applied", { from: NOW - DAY, to: NOW + 1 }],
  ["applied", { from: NOW - DAY, to: NOW }],
  ["rejected", {}],
  ["withdrawn", {}],
  ["expired", {}],
  ["reverted", {}],
];

let database: TestDatabase;
let people: Record<"clerk" | "stranger", Actor>;
const as = (actor: Actor): Ctx => ({ actor, now: () => new Date(NOW), requestId: "test" });
const date = (at: number | undefined) => (at === undefined ? null : new Date(at));

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  await insertTestMerchant(owner, { merchantId: M, terminalId: "00018644" });
  await insertTestMerchant(owner, { merchantId: OTHER, terminalId: "00018650" });
  people = {
    clerk: await insertTestUser(owner, "Clerk", M, "merchant_staff"),
    stranger: await insertTestUser(owner, "Stranger", OTHER, "merchant_owner"),
  };
  for (const [n, [state, { endsAt, asked, from, to }]] of RECORDED.entries()) {
    const id = `lrq_${String(n).padStart(2, "0")}`;
    await owner.query(
      `insert into limit_requests (merchant_id, limit_request_id, state, limit_id, natural_key, scope,
         terminal_id, "window", currency, filters, asked_fields, requested_max_amount, justification,
         required_approvals, maker_side, maker_kind, maker_id, maker_name, due_at, submitted_at,
         ends_at, question_asked_at, approved_starts_at, approved_ends_at)
       values ($1, $2, $3, $2, $2, 'terminal', '00018644', $4, 'CNY', $5, '{max_amount}', 100,
         'Wholesale customers.', 1, 'merchant', 'user', 'usr_1', 'Boss', $6, $7, $8, $9, $10, $11)`,
      [
        ...[M, id, state, n % 2 ? "daily" : "weekly", JSON.stringify(NO_FILTERS), date(NOW + DAY)],
        ...[date(NOW - 20 * DAY), date(endsAt), date(asked), date(from), date(to)],
      ],
    );
  }
});
afterAll(() => database.drop());

const NO_FILTERS = {
  ...{ entryModes: [], fundingSources: [], cardOrigins: [], daysOfWeek: [] },
  ...{ timeFrom: null, timeTo: null },
};
const ANY = { text: null, state: null, window: null };
type Page = Parameters<typeof listRequestRows>[3];
const list = (filter: object = {}, page: Partial<Page> = {}) =>
  listRequestRows(
    as(people.clerk),
    M,
    { ...ANY, ...filter },
    { ...{ descending: true, limit: 50, from: null }, ...page },
  );

describe("a merchant's requests", () => {
  it("are filtered by the state they are shown in, whatever is recorded", async () => {
    const all = (await list()).rows;
    expect(all).toHaveLength(RECORDED.length);
    for (const state of SHOWN_STATES) {
      const found = await list({ state });
      const shown = all.filter((row) => row.state === state);
      expect(found.rows.map((row) => row.limitRequestId)).toEqual(
        shown.map((row) => row.limitRequestId),
      );
      expect(found.count).toBe(shown.length);
      expect(found.rows.length).toBeGreaterThan(0);
    }
  });

  it("come newest first or last, page by page, and back", async () => {
    for (const descending of [true, false]) {
      const whole = (await list({}, { descending })).rows.map((row) => row.limitRequestId);
      const first = await list({}, { descending, limit: 8 });
      const from = { key: first.next!, backwards: false };
      const second = await list({}, { descending, limit: 8, from });
      const pages = [...first.rows, ...second.rows].map((row) => row.limitRequestId);
      expect([pages, second.next]).toEqual([whole, null]);
      const back = { key: second.previous!, backwards: true };
      expect((await list({}, { descending, limit: 8, from: back })).rows).toEqual(first.rows);
    }
  });

  it("are found by window, part of a TID and whole number", async () => {
    expect((await list({ window: "daily" })).count).toBe(7);
    expect((await list({ text: "8644" })).count).toBe(RECORDED.length);
    expect((await list({ text: "lrq_03" })).rows).toMatchObject([{ limitRequestId: "lrq_03" }]);
    expect((await list({ text: "lrq" })).count).toBe(0);
  });

  it("are nobody else's", async () => {
    const page = { descending: true, limit: 1, from: null };
    await expect(listRequestRows(as(people.stranger), M, ANY, page)).rejects.toThrow(NotFoundError);
  });
});
