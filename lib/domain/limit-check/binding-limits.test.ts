import { describe, expect, it } from "vitest";
import {
  assumedAttributes,
  bindingLimits,
  limitsAmounts,
  maximumOf,
  minimumOf,
  remainingUnder,
} from "@/lib/domain/limit-check/binding-limits";
import {
  SAMPLE_AT,
  sampleCounter,
  type SampleLimit,
  type SampleParts,
  sampleLimit,
  sampleProposal,
  sampleSnapshot,
  sampleVersion,
} from "@/lib/domain/limit-check/sample-snapshot";
import type { Proposal } from "@/lib/domain/limit-check/snapshot";
import { LIMIT_SCOPES, WINDOWS } from "@/lib/domain/limits/limit";
import { DAY_MS } from "@/lib/domain/zoned-time";

function binding(limit: SampleLimit, proposal: Partial<Proposal> = {}, at = SAMPLE_AT) {
  const snapshot = sampleSnapshot({ limits: [sampleLimit(limit)] });
  return bindingLimits(snapshot, sampleProposal(proposal), at)[0] ?? null;
}

describe("bindingLimits", () => {
  it.each([
    ["entryModes", "entryMode", "chip", "contactless"],
    ["fundingSources", "fundingSource", "debit", "credit"],
    ["cardOrigins", "cardOrigin", "domestic", "foreign"],
  ])("passes a filter of %s by its value and by not giving any", (filter, key, own, other) => {
    const limit = { filters: { [filter]: [own] } };
    expect(binding(limit, { [key]: own })).not.toBeNull();
    expect(binding(limit, {})).not.toBeNull();
    expect(binding(limit, { [key]: other })).toBeNull();
    expect(binding({}, { [key]: other })).not.toBeNull();
  });

  it("binds in its own currency, whatever its window and scope", () => {
    expect(binding({ currency: "USD" })).toBeNull();
    for (const window of WINDOWS)
      for (const scope of LIMIT_SCOPES) expect(binding({ window, scope })).not.toBeNull();
  });

  it("binds within its hours by the merchant's clocks, by the acquirer's while there is none", () => {
    const filters = { timeFrom: "10:00", timeTo: "10:15", daysOfWeek: [2] };
    expect(binding({ filters }, {}, SAMPLE_AT - 1)).not.toBeNull();
    expect(binding({ filters }, {}, SAMPLE_AT)).toBeNull();
    expect(binding({ filters: { daysOfWeek: [1, 3] } })).toBeNull();
    const inBerlin = { timeFrom: "03:00", timeTo: "04:00" };
    const limits = [sampleLimit({ filters: inBerlin })];
    const boundIn = (parts: SampleParts) =>
      bindingLimits(sampleSnapshot({ limits, ...parts }), sampleProposal(), SAMPLE_AT).length;
    expect(boundIn({ merchant: { timeZone: "Europe/Berlin" } })).toBe(1);
    expect(boundIn({ acquirer: { timeZone: "Europe/Berlin" } })).toBe(0);
    expect(boundIn({ acquirer: { timeZone: "Europe/Berlin" }, merchant: null })).toBe(1);
  });

  it("finds the one counter of a rolling limit whatever window it tells", () => {
    const rolling = { window: "rolling", windowSeconds: 60, counter: { usedCount: 7 } } as const;
    expect(binding(rolling, {}, SAMPLE_AT + DAY_MS)?.counter).toMatchObject({ usedCount: 7 });
  });

  it("binds while a version is in force, with the counter of the moment", () => {
    const versions = [sampleVersion({ startsAt: SAMPLE_AT, maxAmountMinor: 7 })];
    const counters = [
      sampleCounter({ windowEnd: SAMPLE_AT, usedCount: 1 }),
      sampleCounter({ windowStart: SAMPLE_AT, usedCount: 2 }),
    ];
    expect(binding({ versions }, {}, SAMPLE_AT - 1)).toBeNull();
    expect(binding({ versions, counters })).toMatchObject({
      version: { maxAmountMinor: 7 },
      counter: { usedCount: 2 },
    });
    expect(binding({ versions })?.counter).toBeNull();
  });
});

describe("assumedAttributes", () => {
  const { filters } = sampleLimit({
    filters: { entryModes: ["chip"], fundingSources: ["debit"], cardOrigins: ["domestic"] },
  });

  it("names what the limit filters by and the charge does not tell", () => {
    expect(assumedAttributes(filters, sampleProposal())).toEqual([
      "entry_mode",
      "funding_source",
      "card_origin",
    ]);
    const told = { entryMode: "chip", fundingSource: "debit", cardOrigin: "domestic" } as const;
    expect(assumedAttributes(filters, sampleProposal(told))).toEqual([]);
    expect(assumedAttributes(sampleLimit().filters, sampleProposal())).toEqual([]);
  });
});

it.each([
  [{ maxAmountMinor: 0 }, true],
  [{ maxAmountMinor: 5, maxCount: 5 }, true],
  [{}, true],
  [{ maxCount: 5 }, false],
])("%j limits amounts: %s", (values, limits) => {
  expect(limitsAmounts(sampleVersion(values))).toBe(limits);
});

describe("what a limit leaves", () => {
  const all = { maxAmountMinor: 1_000, maxCount: 3, minAmountMinor: 10 };
  const counter = {
    usedAmountMinor: 400,
    reservedAmountMinor: 100,
    usedCount: 1,
    reservedCount: 1,
  };

  it("is counted in minor units and in charges", () => {
    const daily = binding({ ...all, counter });
    expect(daily && [remainingUnder(daily, "amount"), remainingUnder(daily, "count")]).toEqual([
      500, 1,
    ]);
    expect(daily && minimumOf(daily)).toBeNull();
  });

  it("of a single charge knows no count, but a minimum", () => {
    const single = binding({ ...all, window: "per_transaction" });
    expect(single && [maximumOf(single, "amount"), maximumOf(single, "count")]).toEqual([
      1_000,
      null,
    ]);
    expect(single && remainingUnder(single, "count")).toBeNull();
    expect(single && minimumOf(single)).toBe(10);
  });
});
