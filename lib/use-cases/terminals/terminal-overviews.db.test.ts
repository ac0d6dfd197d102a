import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestLimit, insertTestMerchant, insertTestUser } from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import { ForbiddenError, NotFoundError } from "@/lib/domain/errors";
import { getMerchantHome } from "@/lib/use-cases/home/get-merchant-home";
import { getTerminalDetail } from "@/lib/use-cases/terminals/get-terminal-detail";
import {
  listTerminalOverviews,
  type TerminalListQuery,
} from "@/lib/use-cases/terminals/list-terminal-overviews";

const M = "898210154110002";
const OTHER = "898210154110003";
const T = "00018644";
const NOW = Date.parse("2026-11-24T10:00:00+08:00");
const TODAY = [new Date("2026-11-24T00:00:00+08:00"), new Date("2026-11-25T00:00:00+08:00")];

let database: TestDatabase;
let people: Record<"boss" | "stranger", Actor>;
let dailyId: string;

const as = (actor: Actor): Ctx => ({ actor, now: () => new Date(NOW), requestId: "test" });

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  await insertTestMerchant(owner, { merchantId: M, terminalId: T });
  await insertTestMerchant(owner, { merchantId: OTHER, terminalId: "00018650" });
  people = {
    boss: await insertTestUser(owner, "Boss", M, "merchant_owner"),
    stranger: await insertTestUser(owner, "Stranger", OTHER, "merchant_owner"),
  };
  await insertTestLimit(
    owner,
    M,
    { terminalId: T, window: "per_transaction" },
    { maxAmountMinor: 5_000_000 },
  );
  dailyId = await insertTestLimit(
    owner,
    M,
    { terminalId: T, window: "daily" },
    { maxAmountMinor: 30_000_000 },
  );
  await owner.query(
    `insert into counters (merchant_id, limit_id, window_start, window_end, used_amount_minor, used_count)
     values ($1, $2, $3, $4, 27000000, 9)`,
    [M, dailyId, ...TODAY],
  );
  await owner.query("insert into stores (merchant_id, store) values ($1, 'Terrace')", [M]);
  for (const n of ["00018645", "00018646", "00018647", "00018648"]) {
    await owner.query(
      `insert into terminals (merchant_id, terminal_id, status, store, last_seen_at)
       values ($1, $2, $3, $4, $5)`,
      [M, n, n === "00018648" ? "lost" : "deployed", n < "00018647" ? "Terrace" : null, TODAY[0]],
    );
  }
});
afterAll(() => database.drop());

const list = (query: Partial<TerminalListQuery> = {}) =>
  listTerminalOverviews(as(people.boss), M, {
    ...{ text: null, status: null, store: null },
    ...{ sort: "terminal", descending: false, limit: 2, from: null },
    ...query,
  });
const ids = ({ terminals }: Awaited<ReturnType<typeof list>>) =>
  terminals.map(({ terminal }) => terminal.terminalId);

describe("listTerminalOverviews", () => {
  it("says what may be charged on each terminal now", async () => {
    const { terminals, count } = await list();
    expect(count).toBe(5);
    expect(terminals[0]).toMatchObject({
      terminal: { terminalId: T },
      headroom: { amountMinor: 3_000_000 },
      limits: [
        { window: "per_transaction" },
        { window: "daily", amount: { used: 27_000_000, percentUsed: 90 } },
      ],
      compliance: "compliant",
    });
  });

  it("pages forwards to the end and back to the beginning", async () => {
    const first = await list();
    expect([ids(first), first.previous]).toEqual([["00018644", "00018645"], null]);
    const second = await list({ from: { key: first.next!, backwards: false } });
    const third = await list({ from: { key: second.next!, backwards: false } });
    expect([ids(third), third.next]).toEqual([["00018648"], null]);
    const back = await list({ from: { key: third.previous!, backwards: true } });
    expect(ids(back)).toEqual(ids(second));
    const start = await list({ from: { key: back.previous!, backwards: true } });
    expect([ids(start), start.previous]).toEqual([ids(first), null]);
  });

  it.each(["terminal", "store", "seen"] as const)(
    "sorts by %s both ways, each row once",
    async (sort) => {
      for (const descending of [false, true]) {
        const seen: string[] = [];
        let from: TerminalListQuery["from"] = null;
        do {
          const page = await list({ sort, descending, from });
          seen.push(...ids(page));
          from = page.next && { key: page.next, backwards: false };
        } while (from);
        expect(seen.toSorted()).toEqual([
          "00018644",
          "00018645",
          "00018646",
          "00018647",
          "00018648",
        ]);
      }
    },
  );

  it("filters by text, status and store, and takes wildcards literally", async () => {
    expect(ids(await list({ text: "errac" }))).toEqual(["00018645", "00018646"]);
    expect(ids(await list({ status: "lost" }))).toEqual(["00018648"]);
    expect(ids(await list({ store: "Terrace", text: "646" }))).toEqual(["00018646"]);
    expect(ids(await list({ text: "%" }))).toEqual([]);
  });

  it("tells a stranger nothing", async () => {
    const query = { ...{ text: null, status: null, store: null }, limit: 2, from: null };
    await expect(
      listTerminalOverviews(as(people.stranger), M, {
        ...query,
        sort: "terminal",
        descending: false,
      }),
    ).rejects.toThrow(NotFoundError);
  });
});

describe("getTerminalDetail", () => {
  it("shows the days used of the daily limit, today last", async () => {
    const { use, overview } = await getTerminalDetail(as(people.boss), M, T);
    expect(overview.terminal.terminalId).toBe(T);
    expect(use).toHaveLength(1);
    expect(use[0]?.windows).toHaveLength(90);
    expect(use[0]?.windows.at(-1)).toMatchObject({
      businessDate: "2026-11-24",
      usedAmountMinor: 27_000_000,
      maxAmountMinor: 30_000_000,
    });
  });

  it("counts refused charges by code", async () => {
    for (const [n, at] of [
      [1, 1],
      [2, 2],
      [3, 3],
    ] as const) {
      await database.owner.query(
        `insert into transactions (merchant_id, occurred_at, transaction_id, external_id, terminal_id,
           kind, amount_minor, currency, response_code, approved, business_date)
         values ($1, $2, $3, $3, $4, 'sale', 100, 'CNY', '21', false, '2026-11-24')`,
        [M, new Date(NOW - at * 60_000), `txn_${n}`, T],
      );
    }
    const { refusals } = await getTerminalDetail(as(people.boss), M, T);
    expect(refusals).toMatchObject([
      { terminalId: T, responseCode: "21", count: 3, firstAt: NOW - 180_000, lastAt: NOW - 60_000 },
    ]);
  });

  it("does not know another merchant's terminal", async () => {
    await expect(getTerminalDetail(as(people.boss), M, "00018650")).rejects.toThrow(NotFoundError);
    await expect(getTerminalDetail(as(people.stranger), M, T)).rejects.toThrow(NotFoundError);
  });
});

describe("getMerchantHome", () => {
  it("shows terminals in use, what is left and what needs attention", async () => {
    const home = await getMerchantHome(as(people.boss), M);
    expect(home.terminals.map(({ terminal }) => terminal.terminalId)).toEqual([
      "00018644",
      "00018645",
      "00018646",
      "00018647",
    ]);
    expect(home).toMatchObject({ terminalCount: 4, dayEndsAt: TODAY[1]?.getTime() });
    expect(home.attention).toMatchObject([
      { kind: "limit_reached", percent: 90, limit: { limitId: dailyId } },
      { kind: "refusals", terminalId: T, count: 3 },
    ]);
  });

  it("is nobody else's", async () => {
    await expect(getMerchantHome(as(people.stranger), M)).rejects.toThrow(NotFoundError);
    const key: Actor = {
      kind: "key",
      keyId: "key_1",
      name: "till",
      merchantId: M,
      scopes: [],
      createdByUserId: null,
    };
    await expect(getMerchantHome(as(key), M)).rejects.toThrow(ForbiddenError);
  });
});
