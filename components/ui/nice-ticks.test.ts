import { expect, it } from "vitest";
import { niceTicks } from "@/components/ui/nice-ticks";

it.each([
  [0, [0]],
  [3, [0, 1, 2, 3]],
  [30_000_000, [0, 10_000_000, 20_000_000, 30_000_000]],
  [52_000, [0, 20_000, 40_000]],
  [7, [0, 2.5, 5]],
])("steps up to %d by round numbers", (max, ticks) => {
  expect(niceTicks(max)).toEqual(ticks);
});
