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
  sampleLimit,
  sampleProposal,
  sampleSnapshot,
  sampleVersion,
} from "@/lib/domain/limit-check/sample-snapshot";
import type { Proposal } from "@/lib/domain/limit-check/snapshot";

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

  it("binds in its own currency, in windows the rules enforce", () => {
    expect(binding({ currency: "USD" })).toBeNull();
    expect(binding({ window: "per_transaction" })).not.toBeNull();
    expect(binding({ window: "monthly" })).not.toBeNull();
    expect(binding({ window: "weekly" })).toBeNull();
    expect(binding({ window: "rolling" })).toBeNull();
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
