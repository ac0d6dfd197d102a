import { expect, it } from "vitest";
import { momentsOf } from "@/lib/domain/audit";

it("takes days from midnight to midnight of the zone, the last one included", () => {
  expect(momentsOf({ from: "2026-11-24", to: "2026-11-24" }, "Asia/Shanghai")).toEqual({
    start: Date.parse("2026-11-24T00:00:00+08:00"),
    end: Date.parse("2026-11-25T00:00:00+08:00"),
  });
});

it("is open where no day is said", () => {
  expect(momentsOf({ from: null, to: null }, "Asia/Shanghai")).toEqual({ start: null, end: null });
});
