import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CURRENCY_CODES, currencyExponent, isCurrency } from "@/lib/domain/currencies";
import {
  decimalAmount,
  formatMoney,
  groupedAmount,
  isChargeAmount,
  isLimitAmount,
  MAX_AMOUNT_MINOR,
  parseAmount,
} from "@/lib/domain/money";

describe("currencyExponent", () => {
  it.each([
    ["CNY", 2],
    ["JPY", 0],
    ["BHD", 3],
    ["CLF", 4],
    ["UGX", 0],
    ["IDR", 2],
    ["ISK", 0],
    ["MGA", 2],
    ["XXX", null],
    ["cny", null],
    ["HRK", null],
  ])("%s has %s decimals", (currency, exponent) => {
    expect(currencyExponent(currency)).toBe(exponent);
    expect(isCurrency(currency)).toBe(exponent !== null);
  });

  it("holds every currency once", () => {
    expect(new Set(CURRENCY_CODES).size).toBe(CURRENCY_CODES.length);
    expect(CURRENCY_CODES.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  });
});

describe("parseAmount", () => {
  it.each([
    ["1,2345.6", 1234560],
    ["12345.60", 1234560],
    ["12,345.6", 1234560],
    ["１２３４５．６", 1234560],
    ["５２，０００", 5200000],
    ["  52 000 ", 5200000],
    ["¥52,000.00", 5200000],
    ["￥ 52000", 5200000],
    ["52000元", 5200000],
    ["52000 cny", 5200000],
    ["0", 0],
    ["007", 700],
    ["5.", 500],
    ["5.1000", 510],
    ["90071992547409.91", MAX_AMOUNT_MINOR],
  ])("reads %s as %i fen", (text, amountMinor) => {
    expect(parseAmount(text, "CNY")).toEqual({ ok: true, amountMinor });
  });

  it.each([
    ["", "empty"],
    ["  ", "empty"],
    ["¥", "empty"],
    ["abc", "not_a_number"],
    ["-5", "not_a_number"],
    ["+5", "not_a_number"],
    ["1e3", "not_a_number"],
    [".5", "not_a_number"],
    ["1.2.3", "not_a_number"],
    ["1.234,56", "not_a_number"],
    ["1,5", "not_a_number"],
    ["12,50", "not_a_number"],
    ["1,23456", "not_a_number"],
    ["1,,234", "not_a_number"],
    ["0x10", "not_a_number"],
    ["52000 usd", "not_a_number"],
    ["5元元", "not_a_number"],
    ["5.001", "too_many_decimals"],
    ["90071992547409.92", "too_large"],
  ])("refuses %j: %s", (text, fault) => {
    expect(parseAmount(text, "CNY")).toEqual({ ok: false, fault });
  });

  it("knows the decimals of the currency", () => {
    expect(parseAmount("1234", "JPY")).toEqual({ ok: true, amountMinor: 1234 });
    expect(parseAmount("1234.5", "JPY")).toEqual({ ok: false, fault: "too_many_decimals" });
    expect(parseAmount("1.234", "BHD")).toEqual({ ok: true, amountMinor: 1234 });
  });
});

describe("formatting", () => {
  it.each([
    [1234560, "CNY", "12345.60", "12,345.60", "¥12,345.60"],
    [5, "CNY", "0.05", "0.05", "¥0.05"],
    [0, "CNY", "0.00", "0.00", "¥0.00"],
    [100000, "CNY", "1000.00", "1,000.00", "¥1,000.00"],
    [-123456, "CNY", "-1234.56", "-1,234.56", "-¥1,234.56"],
    [1234567, "JPY", "1234567", "1,234,567", "JPY 1,234,567"],
    [999, "JPY", "999", "999", "JPY 999"],
    [1234567, "BHD", "1234.567", "1,234.567", "BHD 1,234.567"],
    [12345678, "CLF", "1234.5678", "1,234.5678", "CLF 1,234.5678"],
    [1234, "XXX", "1234", "1,234", "XXX 1,234"],
    [
      MAX_AMOUNT_MINOR,
      "USD",
      "90071992547409.91",
      "90,071,992,547,409.91",
      "USD 90,071,992,547,409.91",
    ],
  ])("%i %s", (amountMinor, currency, decimal, grouped, money) => {
    expect(decimalAmount(amountMinor, currency)).toBe(decimal);
    expect(groupedAmount(amountMinor, currency)).toBe(grouped);
    expect(formatMoney(amountMinor, currency)).toBe(money);
  });

  it("is read back as it was written, in every currency", () => {
    const currency = fc.constantFrom(...CURRENCY_CODES);
    fc.assert(
      fc.property(fc.nat({ max: MAX_AMOUNT_MINOR }), currency, (amountMinor, code) => {
        for (const text of [decimalAmount, groupedAmount, formatMoney].map((f) =>
          f(amountMinor, code),
        ))
          expect(parseAmount(text, code)).toEqual({ ok: true, amountMinor });
      }),
    );
  });
});

describe("bounds", () => {
  it.each([
    [0, false],
    [1, true],
    [999_999_999_999, true],
    [1_000_000_000_000, false],
    [1.5, false],
    [NaN, false],
  ])("a charge of %d: %s", (amountMinor, fits) => {
    expect(isChargeAmount(amountMinor)).toBe(fits);
  });

  it.each([
    [-1, false],
    [0, true],
    [MAX_AMOUNT_MINOR, true],
    [MAX_AMOUNT_MINOR + 1, false],
    [0.5, false],
  ])("a limit of %d: %s", (amountMinor, fits) => {
    expect(isLimitAmount(amountMinor)).toBe(fits);
  });
});
