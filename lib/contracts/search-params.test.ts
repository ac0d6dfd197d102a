import { describe, expect, it } from "vitest";
import { paramOf } from "@/lib/contracts/search-params";

describe("one value of an address's parameter", () => {
  it.each([
    [undefined, ""],
    [["/a", "/b"], "/a"],
    ["  港 ", "港"],
    ["\0", ""],
    ["a\0b\uD800c", "abc"],
    ["𠮷", "𠮷"],
  ])("of %j is %j", (said, value) => expect(paramOf(said)).toBe(value));

  it("is never cut inside a character", () => {
    expect(paramOf(`${"a".repeat(79)}𠮷`)).toBe("a".repeat(79));
  });
});
