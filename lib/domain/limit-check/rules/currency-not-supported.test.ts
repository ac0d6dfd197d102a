import { describe, expect, it } from "vitest";
import { sampleReasons } from "@/lib/domain/limit-check/sample-reasons";
import {
  SAMPLE_AT,
  type SampleLimit,
  sampleLimit,
  type SampleParts,
  sampleVersion,
} from "@/lib/domain/limit-check/sample-snapshot";

const CODE = "CURRENCY_NOT_SUPPORTED";
const limitIn = (currency: string, parts: SampleLimit = {}) =>
  sampleLimit({ limitId: `lim_${currency}`, currency, maxAmountMinor: 100_000, ...parts });
const isRefused = (parts: SampleParts, at?: number) =>
  sampleReasons(CODE, parts, { currency: "USD" }, at).length > 0;

describe("the terminal's currencies", () => {
  it("refuse any other", () => {
    const terminal = { currencies: ["CNY", "HKD"] };
    expect(sampleReasons(CODE, { terminal }, { currency: "USD" })).toMatchObject([
      {
        ...{ severity: "block", owner: "terminal", cause: "terminal", action: "CONTACT_ACQUIRER" },
        about: { kind: "currency", currency: "USD", accepted: ["CNY", "HKD"] },
      },
    ]);
    expect(isRefused({ terminal, limits: [limitIn("USD")] })).toBe(true);
  });

  it.each([[["USD"]], [["CNY", "USD"]], [[]]])("%j take USD", (currencies) => {
    expect(isRefused({ terminal: { currencies } })).toBe(false);
  });
});

describe("amount limits", () => {
  it("in other currencies only, on the terminal, refuse", () => {
    expect(isRefused({ limits: [limitIn("CNY")] })).toBe(true);
    expect(isRefused({ limits: [limitIn("CNY")], amountLimitCurrencies: ["USD"] })).toBe(true);
  });

  it("in other currencies only, anywhere at the merchant, refuse", () => {
    expect(isRefused({ amountLimitCurrencies: ["CNY", "HKD"] })).toBe(true);
    expect(isRefused({ amountLimitCurrencies: ["CNY", "USD"] })).toBe(false);
    expect(isRefused({ amountLimitCurrencies: [] })).toBe(false);
  });

  it("in this currency pass, beside others and whatever their filters", () => {
    expect(isRefused({ limits: [limitIn("CNY"), limitIn("USD")] })).toBe(false);
    const chipOnly = limitIn("USD", { filters: { entryModes: ["chip"] } });
    const proposal = { currency: "USD", entryMode: "contactless" } as const;
    expect(sampleReasons(CODE, { limits: [limitIn("CNY"), chipOnly] }, proposal)).toEqual([]);
  });

  it("count when they say there is no limit, and not when they limit counts only", () => {
    const unlimited = limitIn("USD", { maxAmountMinor: null });
    const counting = limitIn("USD", { maxAmountMinor: null, maxCount: 5 });
    expect(isRefused({ limits: [limitIn("CNY"), unlimited] })).toBe(false);
    expect(isRefused({ limits: [limitIn("CNY"), counting] })).toBe(true);
    expect(isRefused({ limits: [limitIn("CNY", { maxAmountMinor: null, maxCount: 5 })] })).toBe(
      false,
    );
  });

  it("count only while in force, whatever their window or hours", () => {
    const ended = limitIn("USD", {
      versions: [sampleVersion({ maxAmountMinor: 1, endsAt: SAMPLE_AT })],
    });
    expect(isRefused({ limits: [limitIn("CNY"), ended] })).toBe(true);
    expect(isRefused({ limits: [limitIn("CNY"), ended] }, SAMPLE_AT - 1)).toBe(false);
    expect(isRefused({ limits: [limitIn("CNY", { window: "rolling" })] })).toBe(true);
    const sundays = limitIn("USD", { window: "rolling", filters: { daysOfWeek: [7] } });
    expect(isRefused({ limits: [limitIn("CNY"), sundays] })).toBe(false);
  });
});
