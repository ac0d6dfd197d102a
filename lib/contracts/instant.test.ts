import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInstant, writeInstant } from "@/lib/contracts/instant";
import { formatInstant } from "@/lib/domain/zoned-time";

describe("an instant on the wire", () => {
  it.each([
    ["2026-11-24T10:15:00+08:00", Date.UTC(2026, 10, 24, 2, 15)],
    ["2026-11-24T02:15:00Z", Date.UTC(2026, 10, 24, 2, 15)],
    ["2026-11-24t02:15:00z", Date.UTC(2026, 10, 24, 2, 15)],
    ["2026-11-24T02:15:00.1239Z", Date.UTC(2026, 10, 24, 2, 15, 0, 123)],
    ["2026-11-23T18:45:00-07:30", Date.UTC(2026, 10, 24, 2, 15)],
    ["2024-02-29T00:00:00Z", Date.UTC(2024, 1, 29)],
  ])("reads %s", (text, at) => expect(parseInstant(text)).toBe(at));

  it.each([
    ...["", "now", "2026-11-24", "2026-11-24T10:15:00", "2026-11-24 10:15:00+08:00"],
    ...["2026-11-24T10:15+08:00", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z"],
    ...["2026-00-10T00:00:00Z", "2026-01-00T00:00:00Z", "2026-11-24T24:00:00Z"],
    ...["2026-11-24T10:60:00Z", "2026-11-24T10:15:60Z", "2026-11-24T10:15:00+24:00"],
    ...["2026-11-24T10:15:00+0800", "2026-11-24T10:15:00.Z", "1969-12-31T23:59:59Z"],
    ...["9999-01-01T00:00:00Z", "0000-01-01T00:00:00Z", " 2026-11-24T10:15:00Z"],
    ...[
      `2026-11-24T10:15:00.${"0".repeat(60)}Z`,
      "2026-11-24T10:15:00Z\n",
      "+2026-11-24T10:15:00Z",
    ],
  ])("refuses %s", (text) => expect(parseInstant(text)).toBeNull());

  it("is written as the domain writes it, in any zone, and reads back", () => {
    const at = fc.integer({ min: 0, max: Date.UTC(9998, 0, 1) });
    const zone = fc.constantFrom("Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "UTC");
    fc.assert(
      fc.property(at, zone, (moment, timeZone) => {
        const text = writeInstant(moment, timeZone);
        expect(text).toBe(formatInstant(moment, timeZone));
        expect(parseInstant(text)).toBe(moment);
      }),
    );
  });
});
