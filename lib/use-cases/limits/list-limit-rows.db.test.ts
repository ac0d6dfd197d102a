import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestLimit, insertTestMerchant, insertTestUser } from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import { NotFoundError } from "@/lib/domain/errors";
import { listLimitRows } from "@/lib/use-cases/limits/list-limit-rows";

const M = "898210154110002";
const OTHER = "898210154110003";
const NOW = Date.parse("2026-11-24T10:00:00+08:00");
const DAY = 86_400_000;

let database: TestDatabase;
let people: Record<"boss" | "stranger", Actor>;
const ids: Record<string, string> = {};

const as = (actor: Actor): Ctx => ({ actor, now: () => new Date(NOW), requestId: "test" });

async function insertStoreLimit(store: string): Promise<void> {
  const { owner } = database;
  await owner.query("insert into stores (merchant_id, store) values ($1, $2)", [M, store]);
  await owner.query(
    `insert into limits (merchant_id, limit_id, natural_key, scope, store, "window", currency)
     values ($1, $2, $2, 'store', $3, 'daily', 'CNY')`,
    [M, `lim_${store}`, store],
  );
  await owner.query(
    `insert into limit_versions (merchant_id, limit_id, version, kind, max_amount_minor, origin)
     values ($1, $2, 1, 'base', 100, 'template')`,
    [M, `lim_${store}`],
  );
}

const addVersion = (
  limit: string,
  version: number,
  kind: string,
  from: number,
  to: number | null,
) =>
  database.owner.query(
    `insert into limit_versions (merchant_id, limit_id, version, kind, max_amount_minor, starts_at,
       ends_at, origin, request_id) values ($1, $2, $3, $4, 999, $5, $6, 'request', 'lrq_1')`,
    [M, ids[limit], version, kind, new Date(from), to === null ? null : new Date(to)],
  );

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  await insertTestMerchant(owner, { merchantId: M, terminalId: "00018644" });
  await insertTestMerchant(owner, { merchantId: OTHER, terminalId: "00018650" });
  await owner.query(
    "insert into terminals (merchant_id, terminal_id, name, status) values ($1, '00018645', '外卖机', 'deployed')",
    [M],
  );
  people = {
    boss: await insertTestUser(owner, "Boss", M, "merchant_owner"),
    stranger: await insertTestUser(owner, "Stranger", OTHER, "merchant_owner"),
  };
  const insert = async (name: string, terminalId: string | null, window: "daily" | "weekly") => {
    ids[name] = await insertTestLimit(owner, M, { terminalId, window }, { maxAmountMinor: 1_000 });
  };
  await insert("first", "00018644", "daily");
  await insert("firstWeek", "00018644", "weekly");
  await insert("second", "00018645", "daily");
  await insert("whole", null, "daily");
  await insert("ended", null, "weekly");
  await insertStoreLimit("重庆店");
  await insertStoreLimit("安福路店");
  await owner.query(
    `insert into counters (merchant_id, limit_id, window_start, window_end, used_amount_minor, used_count)
     values ($1, $2, $3, $4, 900, 3)`,
    [M, ids.first, new Date(NOW - 10 * 3_600_000), new Date(NOW + 14 * 3_600_000)],
  );
  await addVersion("second", 2, "temporary", NOW - DAY, NOW + DAY);
  await addVersion("ended", 2, "base", NOW - 2 * DAY, NOW - DAY);
});
afterAll(() => database.drop());

type Filter = Parameters<typeof listLimitRows>[2];
type Page = Parameters<typeof listLimitRows>[3];
const ANY: Filter = { text: null, scope: null, window: null };
const BY_PLACE: Page = {
  ...{ sort: "limit", nameOrder: "pinyin", descending: false, limit: 50, from: null },
};
const list = (filter: Partial<Filter> = {}, page: Partial<Page> = {}) =>
  listLimitRows(as(people.boss), M, { ...ANY, ...filter }, { ...BY_PLACE, ...page });
const named = ({ rows }: Awaited<ReturnType<typeof list>>) =>
  rows.map((row) => `${row.store ?? row.terminalId ?? "*"} ${row.window}`);

const IN_ORDER = [
  ...["* daily", "安福路店 daily", "重庆店 daily"],
  ...["00018644 daily", "00018644 weekly", "00018645 daily"],
];

describe("a merchant's limits side by side", () => {
  it("stand widest first, stores by pinyin; what has ended for good is gone and not counted", async () => {
    const page = await list();
    expect(named(page)).toEqual(IN_ORDER);
    expect(page).toMatchObject({ count: 6, previous: null, next: null });
  });

  it("show what is used, the temporary value in force and where each came from", async () => {
    const { rows } = await list();
    expect(rows[3]).toMatchObject({
      ...{ amount: { used: 900, percentUsed: 90 }, source: { origin: "import" } },
    });
    expect(rows[5]).toMatchObject({
      ...{ maxAmountMinor: 999, kind: "temporary", terminalName: "外卖机" },
      source: { origin: "request", limitRequestId: "lrq_1" },
    });
  });

  it.each([1, 2, 4])("come %i a page in either sort and direction, each once", async (limit) => {
    for (const sort of ["limit", "window"] as const) {
      for (const descending of [false, true]) {
        const whole = named(await list({}, { sort, descending }));
        const seen: string[] = [];
        let from: Page["from"] = null;
        do {
          const page: Awaited<ReturnType<typeof list>> = await list(
            {},
            { sort, descending, limit, from },
          );
          seen.push(...named(page));
          from = page.next && { key: page.next, backwards: false };
        } while (from);
        expect(seen).toEqual(whole);
        expect(seen.toSorted()).toEqual(IN_ORDER.toSorted());
      }
    }
  });

  it("by window put the same kind of limit beside each other", async () => {
    const windows = (await list({}, { sort: "window" })).rows.map(({ window }) => window);
    expect(windows).toEqual([...Array<string>(5).fill("daily"), "weekly"]);
  });

  it("lead back to the page before", async () => {
    const first = await list({}, { limit: 2 });
    const second = await list({}, { limit: 2, from: { key: first.next!, backwards: false } });
    const back = await list({}, { limit: 2, from: { key: second.previous!, backwards: true } });
    expect([named(back), back.previous]).toEqual([named(first), null]);
  });

  it("by use keep the order of the first page, whatever is used meanwhile", async () => {
    const { owner } = database;
    const use = (limit: string, amount: number) =>
      owner.query(
        `insert into counters (merchant_id, limit_id, window_start, window_end, used_amount_minor)
         values ($1, $2, $3, $4, $5)
         on conflict (merchant_id, limit_id, window_start)
           do update set used_amount_minor = excluded.used_amount_minor`,
        [
          ...[M, ids[limit], new Date(NOW - 10 * 3_600_000), new Date(NOW + 14 * 3_600_000)],
          amount,
        ],
      );
    await use("second", 500);
    await use("whole", 950);
    const byUse = { sort: "used", descending: true, limit: 2 } as const;
    const first = await list({}, byUse);
    expect(named(first)).toEqual(["* daily", "00018644 daily"]);
    expect(first).toMatchObject({ count: 6, previous: null, orderedAt: NOW });

    await use("second", 999);
    const second = await list({}, { ...byUse, from: { key: first.next!, backwards: false } });
    expect(named(second)[0]).toBe("00018645 daily");
    expect(second.rows[0]!.amount!.percentUsed).toBe(100);
    const back = await list({}, { ...byUse, from: { key: second.previous!, backwards: true } });
    expect([named(back), back.previous, back.orderedAt]).toEqual([named(first), null, NOW]);
    const third = await list({}, { ...byUse, from: { key: second.next!, backwards: false } });
    expect(third.next).toBeNull();
    expect([first, second, third].flatMap(named).toSorted()).toEqual(IN_ORDER.toSorted());

    expect(named(await list({}, byUse))[0]).toBe("00018645 daily");
    const gone = { key: { value: "lor_gone", id: "1" }, backwards: false };
    expect(named(await list({}, { ...byUse, from: gone }))[0]).toBe("00018645 daily");
    await owner.query("delete from counters where limit_id <> $1", [ids.first]);
  });

  it("by use keep the latest orders alone, however often a list is opened", async () => {
    for (let opened = 0; opened < 60; opened++) await list({}, { sort: "used", limit: 2 });
    const { rows } = await database.owner.query("select count(*)::int as n from limit_orders");
    expect(rows).toEqual([{ n: 50 }]);
  });

  it("by use ascending begin with what is used least, and end with what counts nothing", async () => {
    const { rows } = await list({}, { sort: "used", descending: false });
    expect(rows.at(-1)!.amount!.percentUsed).toBe(90);
  });

  it("are filtered by scope, window, number, name and store", async () => {
    expect(named(await list({ scope: "store" }))).toEqual(["安福路店 daily", "重庆店 daily"]);
    expect(named(await list({ window: "weekly" }))).toEqual(["00018644 weekly"]);
    expect(named(await list({ text: "外卖" }))).toEqual(["00018645 daily"]);
    expect(named(await list({ text: "8644" }))).toEqual(["00018644 daily", "00018644 weekly"]);
    expect((await list({ text: "%" })).count).toBe(0);
  });

  it("are nobody else's", async () => {
    const asked = listLimitRows(as(people.stranger), M, ANY, BY_PLACE);
    await expect(asked).rejects.toThrow(NotFoundError);
  });
});
