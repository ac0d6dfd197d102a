import { expect, it } from "vitest";
import { durationParts } from "@/components/time/duration-parts";

it.each([
  [0, { unit: "minutes", minutes: 1 }],
  [60_000, { unit: "minutes", minutes: 1 }],
  [60_001, { unit: "minutes", minutes: 2 }],
  [59 * 60_000 + 1, { unit: "hours", hours: 1, minutes: 0 }],
  [(6 * 60 + 12) * 60_000, { unit: "hours", hours: 6, minutes: 12 }],
  [71 * 3_600_000, { unit: "days", days: 2, hours: 23 }],
  [95 * 3_600_000, { unit: "days", days: 3, hours: 0 }],
  [26 * 3_600_000, { unit: "days", days: 1, hours: 2 }],
])("splits %d ms", (ms, parts) => {
  expect(durationParts(ms)).toEqual(parts);
});
