import { expect, it } from "vitest";
import { SAMPLE_AT, sampleLimit, sampleSnapshot } from "@/lib/domain/limit-check/sample-snapshot";
import { overviewOf } from "@/lib/domain/terminals/terminal-overview";

it("lists the terminal's own limits first, and of each scope the shortest window first", () => {
  const { terminal, ...frame } = sampleSnapshot();
  if (terminal === null || terminal === "other_merchant") throw new Error("the sample has one");
  const record = {
    ...{ ...terminal, name: null, model: null, appVersion: null, network: null, rttMs: null },
    ...{ statusReason: null, statusSince: null },
  };
  const shapes = [
    ...[{ window: "monthly" }, { window: "rolling", windowSeconds: 604_800 }],
    ...[{ window: "daily" }, { window: "per_transaction" }, { window: "weekly" }],
    ...[
      { window: "rolling", windowSeconds: 60 },
      { window: "rolling", windowSeconds: 172_800 },
    ],
    ...[
      { window: "rolling", windowSeconds: 86_400, scope: "merchant" },
      { window: "daily", scope: "store" },
      { window: "daily", scope: "merchant" },
    ],
  ] as const;
  const limits = shapes.map((shape, i) =>
    sampleLimit({ limitId: `lim_${i}`, maxAmountMinor: 1, ...shape }),
  );
  const overview = overviewOf(frame, record, limits, SAMPLE_AT);
  expect(
    overview.limits.map(({ scope, window, windowSeconds }) => [scope, window, windowSeconds]),
  ).toEqual([
    ["terminal", "per_transaction", null],
    ["terminal", "rolling", 60],
    ["terminal", "daily", null],
    ["terminal", "rolling", 172_800],
    ["terminal", "weekly", null],
    ["terminal", "rolling", 604_800],
    ["terminal", "monthly", null],
    ["store", "daily", null],
    ["merchant", "daily", null],
    ["merchant", "rolling", 86_400],
  ]);
});
