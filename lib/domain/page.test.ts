import { expect, it } from "vitest";
import { toSpan } from "@/lib/domain/page";

const placeOf = (row: string) => ({ value: row, id: row });
const from = (row: string, backwards: boolean) => ({ key: placeOf(row), backwards });

it("goes on while one row more was found, and back unless it began at the beginning", () => {
  expect(toSpan(["a", "b", "c"], { limit: 2, from: null }, placeOf)).toEqual({
    ...{ rows: ["a", "b"], previous: null, next: placeOf("b") },
  });
  expect(toSpan(["c", "d"], { limit: 2, from: from("b", false) }, placeOf)).toEqual({
    ...{ rows: ["c", "d"], previous: placeOf("c"), next: null },
  });
});

it("read backwards, cuts the first row and always goes on", () => {
  expect(toSpan(["a", "b", "c"], { limit: 2, from: from("d", true) }, placeOf)).toEqual({
    ...{ rows: ["b", "c"], previous: placeOf("b"), next: placeOf("c") },
  });
  expect(toSpan(["a", "b"], { limit: 2, from: from("c", true) }, placeOf)).toMatchObject({
    ...{ previous: null, next: placeOf("b") },
  });
});

it("leads nowhere from a page without rows", () => {
  expect(toSpan([], { limit: 2, from: from("z", false) }, placeOf)).toEqual({
    ...{ rows: [], previous: null, next: null },
  });
});
