import { expect, it } from "vitest";
import { readCursor, writeCursor } from "@/lib/contracts/list-cursor";

it("survives the way through an address, Chinese text too", () => {
  const cursor = { value: "露台 Terrace?&/+", id: "00018644", start: 25 };
  const text = writeCursor(cursor);
  expect(text).toMatch(/^[\w-]+$/);
  expect(readCursor(text)).toEqual(cursor);
});

it.each([undefined, "", "x", "bm90IGpzb24", btoa('["a","b",-1]'), btoa('["a"]'), "%%%"])(
  "reads %j as no cursor",
  (text) => {
    expect(readCursor(text)).toBeNull();
  },
);
