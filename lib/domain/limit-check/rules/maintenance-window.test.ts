import { expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";
import { SAMPLE_AT } from "@/lib/domain/limit-check/sample-snapshot";

const CODE = "MAINTENANCE_WINDOW";
const running = {
  maintenanceWindowId: "mnt_1",
  kind: "degraded",
  startsAt: SAMPLE_AT,
  endsAt: SAMPLE_AT + 60_000,
} as const;
const maintenance = [running];

it.each([
  [-1, 0],
  [0, 1],
  [59_999, 1],
  [60_000, 0],
])("%i ms from its start gives %i", (offset, count) => {
  expect(sampleReasons(CODE, { maintenance }, {}, SAMPLE_AT + offset)).toHaveLength(count);
});

it("says until when", () => {
  expect(sampleReasons(CODE, { maintenance })).toMatchObject([
    {
      ...{ severity: "warn", owner: "system", cause: "maintenance", action: "NONE" },
      about: { kind: "maintenance", maintenanceWindowId: "mnt_1", endsAt: SAMPLE_AT + 60_000 },
    },
  ]);
});

it("names each that runs and leaves the other kind alone", () => {
  const other = { ...running, kind: "outage" } as const;
  const both = [...maintenance, other, { ...running, maintenanceWindowId: "mnt_2" }];
  expect(sampleReasons(CODE, { maintenance: both })).toHaveLength(2);
});
