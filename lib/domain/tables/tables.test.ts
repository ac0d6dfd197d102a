import { expect, it } from "vitest";
import { shownColumns, TABLE_NAMES, TABLES, viewQuery } from "@/lib/domain/tables/tables";

it("shows a table as it comes until somebody chooses, in the table's own order", () => {
  expect(shownColumns("merchants", [])).toEqual([
    ...["merchant", "mid", "tier", "status", "terminals", "requests"],
  ]);
  expect(shownColumns("merchants", ["risk", "mid"])).toEqual(["merchant", "mid", "risk"]);
});

it("always shows what names a row, and nothing that is no column", () => {
  expect(shownColumns("merchants", ["merchant"])).toEqual(["merchant"]);
  expect(shownColumns("registry", ["nonsense", "status"])).toEqual(["terminal", "status"]);
  expect(shownColumns("queue", ["nonsense"])).toEqual([...TABLES.queue.columns]);
});

it.each(TABLE_NAMES)("has a lead and extras among the columns of %s", (name) => {
  const { columns, lead, extra } = TABLES[name];
  for (const column of [lead, ...extra]) expect(columns).toContain(column);
});

it("keeps filters, sort and columns of an address, but not its page", () => {
  expect(viewQuery("q=%E6%99%A8&status=&sort=seen&after=abc&cols=a.b")).toBe(
    "q=%E6%99%A8&sort=seen&cols=a.b",
  );
  expect(viewQuery("")).toBe("");
});
