import { expect, it } from "vitest";
import { chooseRow, chooseSpan, choosePage, isChosen, NOTHING } from "@/components/tables/chosen";

const PAGE = ["a", "b", "c", "d", "e"];
const idsOf = (chosen: { ids: ReadonlySet<string> }) => [...chosen.ids].sort();

it("takes in all rows from the anchor, and lets go of them when the span shrinks", () => {
  const one = chooseRow(NOTHING, PAGE, "b");
  const long = chooseSpan(one, PAGE, { to: "e" });
  expect(idsOf(long)).toEqual(["b", "c", "d", "e"]);
  expect(idsOf(chooseSpan(long, PAGE, { to: "c" }))).toEqual(["b", "c"]);
  expect(idsOf(chooseSpan(long, PAGE, { to: "a" }))).toEqual(["a", "b"]);
});

it("keeps what was chosen on other pages and before the span", () => {
  const far = chooseRow(chooseRow(NOTHING, ["x", "y"], "x"), PAGE, "d");
  expect(idsOf(chooseSpan(far, PAGE, { to: "e" }))).toEqual(["d", "e", "x"]);
  expect(idsOf(choosePage(far, PAGE))).toEqual(["a", "b", "c", "d", "e", "x"]);
  expect(idsOf(choosePage(choosePage(far, PAGE), PAGE))).toEqual(["x"]);
});

it("begins a span at the row that has the focus when nothing was chosen", () => {
  expect(idsOf(chooseSpan(NOTHING, PAGE, { from: "b", to: "c" }))).toEqual(["b", "c"]);
});

it("lets go of all that were found but this page once a row is taken out", () => {
  const all = { ...NOTHING, all: true };
  expect(isChosen(all, "zzz")).toBe(true);
  expect(idsOf(chooseRow(all, PAGE, "c"))).toEqual(["a", "b", "d", "e"]);
});
