import { expect, it } from "vitest";
import { mostUsed } from "@/lib/domain/limits/limit-row";
import type { LimitView } from "@/lib/domain/limits/limit-view";

const measure = (percentUsed: number) => ({
  ...{ max: 100, used: percentUsed, reserved: 0, remaining: 100 - percentUsed, percentUsed },
});
const view = (part: Partial<LimitView>) =>
  ({ window: "daily", status: "active", amount: null, count: null, ...part }) as LimitView;

it("tells the measure more used, the amount where they are even", () => {
  const [amount, count] = [measure(40), measure(60)];
  expect(mostUsed(view({ amount, count }))).toBe(count);
  expect(mostUsed(view({ amount: count, count: amount }))).toBe(count);
  const even = measure(60);
  expect(mostUsed(view({ amount: even, count }))).toBe(even);
});

it("tells the only one there is, and none where nothing counts", () => {
  const amount = measure(10);
  expect(mostUsed(view({ amount }))).toBe(amount);
  expect(mostUsed(view({ count: amount }))).toBe(amount);
  expect(mostUsed(view({}))).toBeNull();
  expect(mostUsed(view({ amount, window: "per_transaction" }))).toBeNull();
  expect(mostUsed(view({ amount, status: "scheduled" }))).toBeNull();
});
