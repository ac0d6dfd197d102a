import { expect, it } from "vitest";
import type { LimitVersion } from "@/lib/domain/limits/limit";
import type { Asked } from "@/lib/domain/limit-requests/asked-values";
import { previewRequest } from "@/lib/domain/limit-requests/preview-request";

const base: LimitVersion = {
  version: 1,
  kind: "base",
  maxAmountMinor: 5_000_000,
  maxCount: null,
  minAmountMinor: null,
  warnPercent: 80,
  startsAt: null,
  endsAt: null,
  status: "active",
};
const limit = { window: "per_transaction", currency: "CNY", versions: [base] } as const;
const context = { now: 1_000, warnPercent: 80, thresholdMinor: 5_000_000 };
const always = { startsAt: null, endsAt: null };
const cny = (amountMinor: number) => ({ amountMinor, currency: "CNY" });
const preview = (asked: Asked, period = always) =>
  previewRequest({ limit, asked, period, context });

it("a raise above the threshold wants two people", () => {
  expect(preview({ max_amount: cny(6_000_000) })).toMatchObject({
    ok: true,
    asked: ["max_amount"],
    values: { maxAmountMinor: 6_000_000 },
    isTightening: false,
    requiredApprovals: 2,
  });
});

it("lowering needs nobody", () => {
  expect(preview({ max_amount: cny(4_000_000) })).toMatchObject({ ok: true, isTightening: true });
});

it.each([
  [{}, "changes_nothing"],
  [{ max_count: 3 }, "not_of_this_window"],
  [{ min_amount: cny(6_000_000) }, "minimum_above_maximum"],
  [{ max_amount: { amountMinor: 1, currency: "USD" } }, "other_currency"],
])("tells why %j would be refused", (asked, code) => {
  expect(preview(asked)).toMatchObject({ ok: false, faults: [{ code }] });
});

it("tells a start in the past", () => {
  const period = { startsAt: 999, endsAt: null };
  expect(
    previewRequest({ limit, asked: { max_amount: cny(6_000_000) }, period, context }),
  ).toMatchObject({ ok: false, faults: [{ code: "in_the_past" }] });
});
