import { describe, expect, it } from "vitest";
import { REASON_CODES } from "@/lib/domain/limit-check/reason-codes";
import { TRAITS } from "@/lib/domain/limit-check/traits";
import {
  BARE_FAILURE_CODE,
  DEFAULT_REASON_MAPS,
  PROFILE_IDS,
} from "@/lib/domain/response-codes/profiles";

const blocking = REASON_CODES.filter((code) => TRAITS[code].severity === "block");

describe("the default maps", () => {
  it.each(PROFILE_IDS)("%s gives every blocking reason a code", (profile) => {
    const map = DEFAULT_REASON_MAPS[profile];
    expect(blocking.filter((code) => !/^[0-9A-Z]{2}$/.test(map[code] ?? ""))).toEqual([]);
  });

  it("catch_all shows every refusal of ours as the bare failure, and nothing else", () => {
    const map = DEFAULT_REASON_MAPS.catch_all;
    expect(new Set(Object.values(map))).toEqual(new Set([BARE_FAILURE_CODE]));
    expect(Object.keys(map).sort()).toEqual([...blocking].sort());
  });

  it.each(["unionpay_v21", "unionpay_v20", "iso8583_1987"] as const)(
    "%s never shows a refusal of ours as the bare failure",
    (profile) => {
      expect(Object.values(DEFAULT_REASON_MAPS[profile])).not.toContain(BARE_FAILURE_CODE);
    },
  );

  it("ISO 8583:1987 has its own code for counts and none for terminals", () => {
    const { unionpay_v21: unionpay, iso8583_1987: iso } = DEFAULT_REASON_MAPS;
    const differing = REASON_CODES.filter((code) => iso[code] !== unionpay[code]);
    expect(differing.map((code) => [code, unionpay[code], iso[code]])).toEqual([
      ["TERMINAL_NOT_FOUND", "97", "58"],
      ["TERMINAL_MERCHANT_MISMATCH", "97", "58"],
      ["ROLLING_COUNT_LIMIT_EXCEEDED", "61", "65"],
      ["DAILY_COUNT_LIMIT_EXCEEDED", "61", "65"],
      ["WEEKLY_COUNT_LIMIT_EXCEEDED", "61", "65"],
      ["MONTHLY_COUNT_LIMIT_EXCEEDED", "61", "65"],
    ]);
  });
});
