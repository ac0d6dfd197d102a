import { expect, it } from "vitest";
import { faultOfTryKey } from "@/components/developers/try-key";
import { formatApiKey } from "@/lib/domain/access/api-key-format";

const bytes = Array.from({ length: 64 }, (_, n) => n);
const testKey = formatApiKey("test", bytes);

it("takes a whole test key, and nothing else", () => {
  expect(faultOfTryKey(testKey)).toBeNull();
  expect(faultOfTryKey("")).toBe("missing");
  expect(faultOfTryKey(testKey.slice(0, -1))).toBe("unknown");
  expect(faultOfTryKey("Bearer x")).toBe("unknown");
});

it("names a live key for what it is, mistyped or not", () => {
  expect(faultOfTryKey(formatApiKey("live", bytes))).toBe("live");
  expect(faultOfTryKey("hr_live_abc")).toBe("live");
});
