import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer, withMerchant } from "@/lib/data/db";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestOfficer, insertTestUser } from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import { NotFoundError } from "@/lib/domain/errors";
import { searchMerchants } from "@/lib/use-cases/merchants/search-merchants";

const MERCHANTS = [
  ["898210154110002", "晨曦食品", "Sunrise Foods Ltd", "active", "micro"],
  ["898210154110003", "Harbour Tea", "Harbour Tea Ltd", "suspended", "micro"],
  ["898210154110004", "北京烤鸭店", "北京烤鸭店", "active", "enterprise"],
  ["898210154110005", "安心药房", "安心药房", "active", "individual"],
  ["098210154110006", "安心药房", "安心药房", "active", "individual"],
  ["898210154110007", "Zebra 100% Café", "Zebra Café", "active", "micro"],
  ["898210154110008", "重庆火锅", "重庆火锅", "active", "micro"],
] as const;

let database: TestDatabase;
let people: Record<"officer" | "owner", Actor>;
const as = (actor: Actor): Ctx => ({ actor, now: () => new Date(), requestId: "test" });

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  for (const [merchantId, trading, legal, status, tier] of MERCHANTS) {
    await owner.query(
      `insert into merchants (merchant_id, legal_name, trading_name, mcc, tier, currency, time_zone, status)
       values ($1, $2, $3, '5411', $4, 'CNY', 'Asia/Shanghai', $5)`,
      [merchantId, legal, trading, tier, status],
    );
  }
  await owner.query("insert into terminal_directory values ('00018644', '898210154110002')");
  await owner.query(
    `insert into serial_directory (serial_number, merchant_id, terminal_id)
     values ('SN-77', '898210154110003', '00018650')`,
  );
  people = {
    officer: await insertTestOfficer(owner, "Officer", "acquirer_reviewer"),
    owner: await insertTestUser(owner, "Owner", "898210154110002", "merchant_owner"),
  };
});
afterAll(() => database.drop());

type Page = Parameters<typeof searchMerchants>[2];
const ANY = { text: null, status: null, tier: null };
const BY_MID: Page = {
  ...{ sort: "mid", nameOrder: "root", descending: false, limit: 10, from: null },
};
const search = (filter: Partial<typeof ANY> | object = {}, page: Partial<Page> = {}) =>
  searchMerchants(as(people.officer), { ...ANY, ...filter }, { ...BY_MID, ...page });
const find = async (text: string) =>
  (await search({ text })).rows.map(({ merchantId }) => merchantId.slice(-1));

/** Every name, page by page, forwards. */
async function walk(page: Partial<Page>): Promise<string[]> {
  const names: string[] = [];
  let from: Page["from"] = null;
  do {
    const found: Awaited<ReturnType<typeof search>> = await search({}, { ...page, from });
    names.push(...found.rows.map((row) => `${row.tradingName} ${row.merchantId.slice(-1)}`));
    from = found.next && { key: found.next, backwards: false };
  } while (from);
  return names;
}

describe("searching merchants", () => {
  it.each([
    ["110003", ["3"]],
    ["晨曦", ["2"]],
    ["曦", ["2"]],
    ["sunrise FOODS", ["2"]],
    ["药房", ["6", "5"]],
    ["00018644", ["2"]],
    ["SN-77", ["3"]],
    ["100%", ["7"]],
    ["10_", []],
    ["晨食", []],
    ["café", ["7"]],
  ])("finds %j", async (text, ids) => {
    expect(await find(text)).toEqual(ids);
    expect((await search({ text })).total).toBe(ids.length);
  });

  it("follows a new name at once", async () => {
    await database.owner.query(
      "update merchants set trading_name = '晨光食品' where merchant_id = '898210154110002'",
    );
    expect([await find("晨曦"), await find("晨光")]).toEqual([[], ["2"]]);
    await database.owner.query(
      "update merchants set trading_name = '晨曦食品' where merchant_id = '898210154110002'",
    );
  });

  it("filters besides, and counts what is left", async () => {
    const found = await search({ text: "8982", status: "active", tier: "micro" }, { limit: 1 });
    expect(found).toMatchObject({ rows: [{ tradingName: "晨曦食品" }], total: 3 });
  });
});

describe("names in order", () => {
  const PINYIN = [
    ...["安心药房 6", "安心药房 5", "北京烤鸭店 4", "晨曦食品 2", "重庆火锅 8"],
    ...["Harbour Tea 3", "Zebra 100% Café 7"],
  ];

  it.each([1, 2, 3])("are pinyin for readers of Chinese, %i a page, ties by MID", async (limit) => {
    const page = { sort: "merchant", nameOrder: "pinyin", limit } as const;
    expect(await walk(page)).toEqual(PINYIN);
    expect(await walk({ ...page, descending: true })).toEqual(PINYIN.toReversed());
  });

  it("are the root order for others, every merchant once", async () => {
    const names = await walk({ sort: "merchant", nameOrder: "root", limit: 2 });
    expect(names.slice(0, 2)).toEqual(["Harbour Tea 3", "Zebra 100% Café 7"]);
    expect(names.toSorted()).toEqual(PINYIN.toSorted());
  });

  it("lead back the way they came, through a tie", async () => {
    const page = { sort: "merchant", nameOrder: "pinyin", limit: 1 } as const;
    const first = await search({}, page);
    const second = await search({}, { ...page, from: { key: first.next!, backwards: false } });
    expect(second.rows[0]).toMatchObject({ merchantId: "898210154110005" });
    const back = await search({}, { ...page, from: { key: second.previous!, backwards: true } });
    expect(back).toMatchObject({ rows: first.rows, previous: null, next: first.next });
  });
});

describe("what a text finds", () => {
  const ORDERS = ["mid", "pinyin", "root"].flatMap((order) =>
    [false, true].map((descending) => ({ order, descending })),
  );
  const read = (few: number, { order, descending }: (typeof ORDERS)[number], text: string) =>
    withAcquirer(
      as(people.officer),
      (db) => db.$queryRaw<{ id: string }[]>`
      select id from find_merchants_in_order(${text}, 'active', null, ${order}, ${descending},
        ${"北京烤鸭店"}, ${"898210154110004"}, ${few}::int, 100) f(id)`,
    );

  it.each(ORDERS)(
    "is the same gathered first or met on the way, $order $descending",
    async (by) => {
      for (const text of ["8210154", "药", "00018644", "nobody"]) {
        expect(await read(0, by, text), text).toEqual(await read(1_000, by, text));
      }
      expect((await read(0, by, "8210154")).length).toBeGreaterThan(0);
    },
  );
});

describe("the search directory", () => {
  it("is closed to merchants, by role and by context", async () => {
    await expect(searchMerchants(as(people.owner), ANY, BY_MID)).rejects.toThrow(NotFoundError);
    const asked = withMerchant(
      as(people.owner),
      "898210154110002",
      (db) => db.$queryRaw`select count_found_merchants('8982', null, null, 10, 10)`,
    );
    await expect(asked).rejects.toThrow();
  });

  it("is read by its function alone", async () => {
    const asked = withAcquirer(as(people.officer), (db) => db.merchantSearch.findMany());
    await expect(asked).rejects.toThrow();
  });
});
