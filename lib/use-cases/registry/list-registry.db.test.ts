import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant, insertTestOfficer, insertTestUser } from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import { NotFoundError } from "@/lib/domain/errors";
import type { PageFrom } from "@/lib/domain/page";
import { listRegistry } from "@/lib/use-cases/registry/list-registry";

const M = "898210154110002";
const OTHER = "898210154110003";
const TERMINALS = [
  [M, "00018645", "deployed", "SN-1"],
  [M, "0A018646", "lost", null],
  [OTHER, "00018647", "deployed", "SN-2"],
  [OTHER, "90018648", "retired", null],
] as const;

let database: TestDatabase;
let people: Record<"officer" | "owner", Actor>;
const as = (actor: Actor): Ctx => ({ actor, now: () => new Date(), requestId: "test" });

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  await insertTestMerchant(owner, { merchantId: M, terminalId: "00018644" });
  await insertTestMerchant(owner, { merchantId: OTHER, terminalId: "00018650" });
  await owner.query("update merchants set trading_name = '港湾茶馆' where merchant_id = $1", [
    OTHER,
  ]);
  for (const [merchantId, terminalId, status, serial] of TERMINALS) {
    await owner.query(
      "insert into terminals (merchant_id, terminal_id, status, serial_number) values ($1, $2, $3, $4)",
      [merchantId, terminalId, status, serial],
    );
    if (serial)
      await owner.query("insert into serial_directory values ($1, $2, $3)", [
        ...[serial, merchantId, terminalId],
      ]);
  }
  await owner.query(
    "insert into terminal_directory select terminal_id, merchant_id from terminals",
  );
  people = {
    officer: await insertTestOfficer(owner, "Officer", "auditor"),
    owner: await insertTestUser(owner, "Owner", M, "merchant_owner"),
  };
});
afterAll(() => database.drop());

const ANY = { text: null, status: null };
const list = (filter: Partial<typeof ANY> | object = {}, limit = 10, from: PageFrom = null) =>
  listRegistry(as(people.officer), { ...ANY, ...filter }, { descending: false, limit, from });
const ids = async (filter: object) => {
  const { rows, total } = await list(filter);
  expect(total).toBe(rows.length);
  return rows.map(({ terminalId }) => terminalId);
};

describe("the terminals of all merchants", () => {
  it("are found by whole TID, by serial, by merchant and by state", async () => {
    expect(await ids({ text: "00018647" })).toEqual(["00018647"]);
    expect(await ids({ text: "SN-1" })).toEqual(["00018645"]);
    expect(await ids({ text: "港湾" })).toEqual(["00018647", "00018650", "90018648"]);
    expect(await ids({ text: "110002", status: "deployed" })).toEqual(["00018644", "00018645"]);
    expect(await ids({ status: "lost" })).toEqual(["0A018646"]);
    expect(await ids({ text: "SN" })).toEqual([]);
  });

  it("come by TID with their merchant, page by page, each once", async () => {
    const seen: string[] = [];
    let page = await list({}, 2);
    expect(page.rows[0]).toMatchObject({ merchantId: M, tradingName: "Sunrise Foods" });
    seen.push(...page.rows.map(({ terminalId }) => terminalId));
    while (page.next) {
      page = await list({}, 2, { key: page.next, backwards: false });
      seen.push(...page.rows.map(({ terminalId }) => terminalId));
    }
    expect(seen).toEqual([
      ...["00018644", "00018645", "00018647", "00018650", "0A018646", "90018648"],
    ]);
  });

  it.each([false, true])(
    "are the same gathered first or met on the way, descending %s",
    async (down) => {
      const read = (few: number, text: string) =>
        withAcquirer(
          as(people.officer),
          (db) => db.$queryRaw<object[]>`
        select * from find_terminals_in_order(${text}, null, ${down}, ${"00018647"}, ${OTHER},
          ${few}::int, 100)`,
        );
      for (const text of ["8982", "港湾", "nobody"]) {
        expect(await read(0, text), text).toEqual(await read(1_000, text));
      }
      expect(await read(0, "8982")).not.toEqual([]);
    },
  );

  it("are not for merchants", async () => {
    const page = { descending: false, limit: 1, from: null };
    await expect(listRegistry(as(people.owner), ANY, page)).rejects.toThrow(NotFoundError);
  });
});
