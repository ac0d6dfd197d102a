import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apiKeyHint, formatApiKey, readApiKey } from "@/lib/domain/access/api-key-format";

const bytes = Array.from({ length: 64 }, (_, i) => i * 3);

describe("an API key", () => {
  it("is a prefix, 32 random characters and a checksum of six", () => {
    const key = formatApiKey("live", bytes);
    expect(key).toMatch(/^hr_live_[0-9A-Za-z]{38}$/);
    expect(readApiKey(key)).toBe("live");
    expect(readApiKey(formatApiKey("test", bytes))).toBe("test");
    expect(key.startsWith(`hr_live_${apiKeyHint(key)}`)).toBe(true);
  });

  it("has the checksum of its whole text before", () => {
    const key = formatApiKey("live", bytes);
    expect(readApiKey(key.replace("hr_live_", "hr_test_"))).toBeNull();
  });

  it("with any one character changed is none", () => {
    const key = formatApiKey("live", bytes);
    fc.assert(
      fc.property(fc.nat(key.length - 1), fc.stringMatching(/^[0-9A-Za-z]$/), (at, character) => {
        fc.pre(key[at] !== character);
        expect(readApiKey(key.slice(0, at) + character + key.slice(at + 1))).toBeNull();
      }),
    );
  });

  it.each(["", "hr_live_", "hr_live_x", "Bearer hr_live_x", `hr_live_${"a".repeat(38)}`])(
    "is not %j",
    (text) => expect(readApiKey(text)).toBeNull(),
  );

  it("passes over bytes that would favour some characters, and wants enough of them", () => {
    expect(formatApiKey("live", [255, 248, ...bytes])).toBe(formatApiKey("live", bytes));
    expect(() => formatApiKey("live", [1, 2, 3])).toThrow(RangeError);
  });
});
