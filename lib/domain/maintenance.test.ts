import { describe, expect, it } from "vitest";
import {
  announcementFaults,
  LONGEST_MAINTENANCE_MS,
  maintenancePhase,
} from "@/lib/domain/maintenance";

const window = { startsAt: 1_000, endsAt: 2_000, isCancelled: false };

describe("maintenancePhase", () => {
  it.each([
    [999, "coming"],
    [1_000, "running"],
    [1_999, "running"],
    [2_000, "over"],
  ] as const)("at %d is %s", (at, phase) => {
    expect(maintenancePhase(window, at)).toBe(phase);
  });

  it("stays cancelled", () => {
    expect(maintenancePhase({ ...window, isCancelled: true }, 1_500)).toBe("cancelled");
  });
});

describe("announcementFaults", () => {
  const codes = (startsAt: number, endsAt: number) =>
    announcementFaults({ startsAt, endsAt }, 1_000).map(({ pointer, code }) => [pointer, code]);

  it("lets a window start now and last 31 days", () => {
    expect(codes(1_000, 1_000 + LONGEST_MAINTENANCE_MS)).toEqual([]);
  });

  it("refuses a start that has passed, an end not after it, and more than 31 days", () => {
    expect(codes(999, 2_000)).toEqual([["/startsAt", "in_the_past"]]);
    expect(codes(1_000, 1_000)).toEqual([["/endsAt", "not_after_start"]]);
    expect(codes(1_000, 1_001 + LONGEST_MAINTENANCE_MS)).toEqual([["/endsAt", "lasts_too_long"]]);
  });
});
