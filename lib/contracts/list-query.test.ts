import { describe, expect, it } from "vitest";
import { z } from "zod";
import { idKey, listQuery, toList, writeCursor } from "@/lib/contracts/list-query";

const query = z.strictObject(listQuery(idKey("chk")));
const KEY = "chk_01J9ZC5V8Q4W0M3K7T2XHB6RDN";

describe("a list", () => {
  it("answers 25 when nothing is said, else 1 to 100", () => {
    expect(query.parse({})).toEqual({ limit: 25 });
    expect(query.parse({ limit: "1" }).limit).toBe(1);
    expect(query.parse({ limit: "100" }).limit).toBe(100);
  });

  it.each(["0", "101", "-1", "1.5", "", " 5", "05", "abc", "1e1"])(
    "refuses a limit of %j",
    (limit) => expect(query.safeParse({ limit }).success).toBe(false),
  );

  it("goes on where its cursor says", () => {
    const { next_cursor } = toList({ rows: [1], nextKey: KEY }, (row) => row);
    expect(query.parse({ cursor: next_cursor ?? "" }).cursor).toBe(KEY);
    expect(toList({ rows: [1, 2], nextKey: null }, (row) => row * 2)).toEqual({
      data: [2, 4],
      next_cursor: null,
    });
  });

  it.each([
    "",
    "x",
    "=",
    "abc",
    KEY,
    writeCursor("lim_01J9ZC5V8Q4W0M3K7T2XHB6RDN"),
    writeCursor(""),
    `${writeCursor(KEY)}=`,
    "a".repeat(600),
  ])("refuses the cursor %j", (cursor) => expect(query.safeParse({ cursor }).success).toBe(false));
});
