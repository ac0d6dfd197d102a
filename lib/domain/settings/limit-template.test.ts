import { describe, expect, it } from "vitest";
import {
  filtersOf,
  type LimitTemplate,
  readTemplateKey,
  templateKeyText,
  templatesFor,
} from "@/lib/domain/settings/limit-template";

const line = (one: Partial<LimitTemplate>): LimitTemplate => ({
  ...{ tier: "micro", mcc: "", channel: "card", window: "daily", currency: "CNY" },
  maxAmountMinor: 100,
  ...one,
});
const merchant = { tier: "micro", mcc: "5812", currency: "CNY" } as const;

describe("templatesFor", () => {
  it("takes those of the tier and currency", () => {
    const all = [line({}), line({ tier: "enterprise" }), line({ currency: "HKD" })];
    expect(templatesFor(merchant, all)).toEqual([line({})]);
  });

  it("lets a line of the category take the place of the one for all, and of no other", () => {
    const own = line({ mcc: "5812", maxAmountMinor: 50 });
    const monthly = line({ window: "monthly" });
    expect(templatesFor(merchant, [line({}), monthly, own])).toEqual([own, monthly]);
    expect(templatesFor({ ...merchant, mcc: "5411" }, [line({}), own])).toEqual([line({})]);
  });
});

describe("filtersOf", () => {
  it("counts credit alone for codes paid by credit", () => {
    expect(filtersOf("scan_credit")).toMatchObject({
      entryModes: ["qr_static", "qr_dynamic"],
      fundingSources: ["credit"],
    });
    expect(filtersOf("card").fundingSources).toEqual([]);
  });
});

it("reads a key as it was written", () => {
  const { maxAmountMinor: _, ...key } = line({ mcc: "5812" });
  expect(readTemplateKey(templateKeyText(key))).toEqual(key);
});
