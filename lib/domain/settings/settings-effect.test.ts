import { describe, expect, it } from "vitest";
import { codeChanges, dayEffect } from "@/lib/domain/settings/settings-effect";

const SHANGHAI = { timeZone: "Asia/Shanghai", cutOverTime: "00:00" };
const at = (text: string) => Date.parse(`${text}+08:00`);

describe("dayEffect", () => {
  it("lets the running day end as it began, then a short one until the new cut-over", () => {
    const effect = dayEffect(
      SHANGHAI,
      { ...SHANGHAI, cutOverTime: "04:00" },
      at("2026-11-24T10:00"),
    );
    expect(effect).toEqual({
      runningDayEnds: at("2026-11-25T00:00"),
      nextDayBegins: at("2026-11-25T04:00"),
    });
  });

  it("has no short day where both open at the same moment", () => {
    const effect = dayEffect(
      SHANGHAI,
      { timeZone: "UTC", cutOverTime: "16:00" },
      at("2026-11-24T10:00"),
    );
    expect(effect.nextDayBegins).toBe(effect.runningDayEnds);
  });
});

describe("codeChanges", () => {
  it("names the reasons that show another code, or none any more", () => {
    const before = { CARD_EXPIRED: "54", MERCHANT_CLOSED: "03", MAINTENANCE_OUTAGE: "96" };
    const after = { CARD_EXPIRED: "54", MERCHANT_CLOSED: "21", NO_PIN_CEILING: "61" };
    expect(codeChanges(before, after)).toEqual([
      { reasonCode: "MERCHANT_CLOSED", before: "03", after: "21" },
      { reasonCode: "MAINTENANCE_OUTAGE", before: "96", after: null },
      { reasonCode: "NO_PIN_CEILING", before: null, after: "61" },
    ]);
  });
});
