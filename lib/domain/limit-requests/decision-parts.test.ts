import { describe, expect, it } from "vitest";
import { decisionParts } from "@/lib/domain/limit-requests/decision-parts";
import type { LimitDecision } from "@/lib/domain/limit-requests/limit-request";

const decided = (maxAmountMinor: number | null, sequence: number): LimitDecision => ({
  ...{ sequence, decidedAt: sequence, userId: `user-${sequence}`, name: "Li", note: null },
  ...{ reason: null, decision: maxAmountMinor === null ? "reject" : "approve" },
  grant:
    maxAmountMinor === null
      ? null
      : {
          values: { maxAmountMinor, maxCount: null, minAmountMinor: null },
          ...{ startsAt: null, endsAt: null },
        },
});

const partsOf = (requiredApprovals: number, amounts: readonly (number | null)[]) =>
  decisionParts({
    requiredApprovals,
    asked: ["max_amount"],
    decisions: amounts.map((amount, index) => decided(amount, index + 1)),
  });

describe("the parts decisions played", () => {
  it.each([
    ["nothing decided", 2, [], []],
    ["one approval of two", 2, [60], ["first"]],
    ["the second confirms the first", 2, [60, 60], ["first", "final"]],
    ["other values replace the first, and wait", 2, [60, 50], ["replaced", "first"]],
    ["a third person confirms the replacement", 2, [60, 50, 50], ["replaced", "first", "final"]],
    ["one approval is enough", 1, [60], ["only"]],
    ["a rejection after a first approval", 2, [60, null], ["first", "rejected"]],
  ])("%s", (_case, required, amounts, parts) => {
    expect(partsOf(required, amounts)).toEqual(parts);
  });
});
