import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer, withMerchant } from "@/lib/data/db";
import { createTestDatabase, type TestDatabase } from "@/lib/data/test-database";
import { insertTestMerchant, insertTestOfficer, insertTestUser } from "@/lib/data/test-merchants";
import type { Actor } from "@/lib/domain/access/actor";
import { UnauthenticatedError } from "@/lib/domain/errors";
import { MOST_VIEWS } from "@/lib/domain/tables/tables";
import { deleteTableView } from "@/lib/use-cases/tables/delete-table-view";
import { getTableSetup } from "@/lib/use-cases/tables/get-table-setup";
import { renameTableView } from "@/lib/use-cases/tables/rename-table-view";
import { setTableLayout } from "@/lib/use-cases/tables/set-table-layout";
import { setTableView } from "@/lib/use-cases/tables/set-table-view";

const M = "898210154110002";

let database: TestDatabase;
let people: Record<"boss" | "clerk" | "officer", Actor>;

const as = (actor: Actor): Ctx => ({ actor, now: () => new Date(), requestId: "test" });
const setupOf = (actor: Actor) => getTableSetup(as(actor), "terminals");

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner } = database;
  await insertTestMerchant(owner, { merchantId: M, terminalId: "00018644" });
  people = {
    boss: await insertTestUser(owner, "Boss", M, "merchant_owner"),
    clerk: await insertTestUser(owner, "Clerk", M, "merchant_staff"),
    officer: await insertTestOfficer(owner, "Officer", "acquirer_admin"),
  };
});
afterAll(() => database.drop());

describe("how somebody looks at a table", () => {
  it("is as it comes until they choose, then as they chose last, table by table", async () => {
    expect(await setupOf(people.boss)).toEqual({
      ...{ columns: [], density: "comfortable", views: [] },
    });
    const layout = { columns: ["store", "seen"], density: "compact" } as const;
    await setTableLayout(as(people.boss), "terminals", layout);
    expect(await setupOf(people.boss)).toMatchObject(layout);
    await setTableLayout(as(people.boss), "terminals", { ...layout, columns: ["seen"] });
    expect((await setupOf(people.boss)).columns).toEqual(["seen"]);
    expect((await getTableSetup(as(people.boss), "limits")).density).toBe("comfortable");
  });

  it("is theirs alone", async () => {
    for (const other of [people.clerk, people.officer]) {
      expect(await setupOf(other)).toMatchObject({ columns: [], density: "comfortable" });
    }
  });

  it("lies where neither a merchant's nor the acquirer's context reaches", async () => {
    const ctx = as(people.officer);
    const rows = await Promise.all([
      withMerchant(ctx, M, (db) => db.tableLayout.findMany()),
      withAcquirer(ctx, (db) => db.tableLayout.findMany()),
      withAcquirer(ctx, (db) => db.tableView.findMany()),
    ]);
    expect(rows).toEqual([[], [], []]);
  });

  it("is nobody's without a person", async () => {
    await expect(setupOf({ kind: "operator" })).rejects.toThrow(UnauthenticatedError);
  });
});

describe("saved views", () => {
  const save = (actor: Actor, name: string, query = "status=lost") =>
    setTableView(as(actor), "terminals", { name, query });
  const namesOf = async (actor: Actor) => (await setupOf(actor)).views.map(({ name }) => name);

  it("keep filter, sort and columns but no page, in the order they were made", async () => {
    await save(people.boss, "Lost", "status=lost&after=x&cols=store.seen");
    await save(people.boss, "晨曦", "q=%E6%99%A8");
    expect((await setupOf(people.boss)).views).toEqual([
      { name: "Lost", query: "status=lost&cols=store.seen" },
      { name: "晨曦", query: "q=%E6%99%A8" },
    ]);
  });

  it("replace the one of the same name", async () => {
    await save(people.boss, "Lost", "status=retired");
    expect((await setupOf(people.boss)).views[0]).toEqual({
      ...{ name: "Lost", query: "status=retired" },
    });
  });

  it("take another name, but not one that is kept already, nor after they are gone", async () => {
    const rename = (name: string, to: string, actor = people.boss) =>
      renameTableView(as(actor), "terminals", { name, to });
    await rename("晨曦", "Morning");
    expect((await setupOf(people.boss)).views[1]).toEqual({
      ...{ name: "Morning", query: "q=%E6%99%A8" },
    });
    await expect(rename("Morning", "Lost")).rejects.toMatchObject({
      fields: [{ pointer: "/to", code: "taken" }],
    });
    await expect(rename("Never", "Lost")).rejects.toMatchObject({ code: "not-found" });
    await expect(rename("Morning", "Mine", people.clerk)).rejects.toMatchObject({
      code: "not-found",
    });
    const raced = await Promise.allSettled([rename("Lost", "Same"), rename("Morning", "Same")]);
    expect(raced.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const names = await namesOf(people.boss);
    await rename("Same", names.includes("Morning") ? "Lost" : "晨曦");
    if (names.includes("Morning")) await rename("Morning", "晨曦");
    expect((await namesOf(people.boss)).toSorted()).toEqual(["Lost", "晨曦"]);
  });

  it("are seen and deleted by their owner only", async () => {
    await save(people.clerk, "Lost", "status=inactive");
    await deleteTableView(as(people.officer), "terminals", "Lost");
    await deleteTableView(as(people.clerk), "terminals", "Lost");
    expect(await namesOf(people.boss)).toEqual(["Lost", "晨曦"]);
    expect(await namesOf(people.clerk)).toEqual([]);
    await deleteTableView(as(people.boss), "terminals", "Lost");
    expect(await namesOf(people.boss)).toEqual(["晨曦"]);
  });

  it(`are ${MOST_VIEWS} at most; one more is refused, replacing one is not`, async () => {
    for (let n = 0; n < MOST_VIEWS; n += 1) await save(people.clerk, `View ${n}`);
    await expect(save(people.clerk, "One more")).rejects.toMatchObject({
      fields: [{ pointer: "/name", code: "too_many" }],
    });
    await save(people.clerk, "View 3", "status=retired");
    expect(await namesOf(people.clerk)).toHaveLength(MOST_VIEWS);
  });
});
