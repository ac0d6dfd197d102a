import { expect, it } from "vitest";
import { readRequestPrefill } from "@/lib/contracts/request-prefill";

it("reads which limit and what a verdict suggests", () => {
  expect(readRequestPrefill({ limit: "lim_01J", check: "chk_01J", max_amount: "6000000" })).toEqual(
    {
      ...{ limit: "lim_01J", check: "chk_01J", terminal: null },
      suggested: { maxAmountMinor: 6_000_000 },
    },
  );
  expect(readRequestPrefill({ terminal: "00018644", max_count: "7", min_amount: "0" })).toEqual({
    ...{ limit: null, check: null, terminal: "00018644" },
    suggested: { maxCount: 7, minAmountMinor: 0 },
  });
});

it("ignores what cannot be meant", () => {
  const nonsense = {
    limit: "../x",
    terminal: "1",
    max_amount: "-1",
    max_count: "1.5",
    check: ["a"],
  };
  expect(readRequestPrefill(nonsense)).toEqual({
    ...{ limit: null, check: null, terminal: null },
    suggested: {},
  });
});
