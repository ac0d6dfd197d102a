import { expect, it } from "vitest";
import { requiredApprovals } from "@/lib/domain/limit-requests/required-approvals";

it.each([
  [5_000_000, 5_000_000, 1],
  [5_000_001, 5_000_000, 2],
  [0, 0, 1],
  [null, 5_000_000, 2],
  [1, null, 2],
  [null, null, 2],
] as const)("a maximum of %s over a threshold of %s takes %s", (max, threshold, people) => {
  expect(requiredApprovals(max, threshold)).toBe(people);
});
