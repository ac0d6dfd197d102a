import { describe, expect, it } from "vitest";
import { idempotencyKeyOf } from "@/lib/http/idempotency-key";

describe("an Idempotency-Key", () => {
  it.each([
    ["abc", "abc"],
    ['"abc"', "abc"],
    [" abc ", "abc"],
    ["a b", "a b"],
    ['"a\\"b"', 'a"b'],
    ['"', '"'],
    ["x".repeat(255), "x".repeat(255)],
    [`"${"x".repeat(255)}"`, "x".repeat(255)],
  ])("%j is the key %j", (header, key) => expect(idempotencyKeyOf(header)).toBe(key));

  it.each([null, "", "   ", '""'])("%j is none", (header) =>
    expect(idempotencyKeyOf(header)).toBeNull(),
  );

  it.each(["x".repeat(256), `"${"x".repeat(256)}"`, "é", "a\tb", "\u007f"])(
    "%j is refused",
    (header) =>
      expect(() => idempotencyKeyOf(header)).toThrowError(
        expect.objectContaining({ code: "validation-failed" }),
      ),
  );
});
