import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdsCardNumber } from "@/lib/domain/card-number";

/** Completes digits to a Luhn-valid number. */
function withCheckDigit(digits: string): string {
  for (let check = 0; check < 10; check++) {
    const sum = [...digits, String(check)].reverse().reduce((total, digit, i) => {
      const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    if (sum % 10 === 0) return digits + check;
  }
  throw new Error("There always is one.");
}

const card = (prefix: string, length = 16) => withCheckDigit(prefix.padEnd(length - 1, "7"));

describe("a card number", () => {
  it.each([
    ...["4111111111111111", "5555555555554444", "378282246310005", "30569309025904"],
    ...["6011111111111117", "3530111333300000", "6200000000000005", "4222222222222"],
    ...["6221260000000000001", "8171999927660000"],
  ])("is known: %s", (number) => expect(holdsCardNumber(number)).toBe(true));

  it.each(["2221", "2720", "30", "34", "39", "4", "50", "59", "60", "62", "64", "65", "81"])(
    "starts with %s",
    (prefix) => expect(holdsCardNumber(card(prefix))).toBe(true),
  );

  it.each(["1", "2220", "2721", "31", "32", "33", "61", "63", "66", "7", "80", "82", "9", "0"])(
    "does not start with %s",
    (prefix) => expect(holdsCardNumber(card(prefix))).toBe(false),
  );

  it("has 13 to 19 digits", () => {
    const found = [12, 13, 19, 20, 32].map((length) => holdsCardNumber(card("4", length)));
    expect(found).toEqual([false, true, true, false, false]);
  });

  it("passes the Luhn test", () => expect(holdsCardNumber("4111111111111112")).toBe(false));

  it.each([
    ...["4111 1111 1111 1111", "4111-1111-1111-1111", "3782 822463 10005"],
    ...["4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "4111  1111  1111  1111", "4111 - 1111 - 1111 - 1111"],
    ...["pan=4111111111111111;", "see 4111 1111 1111 1111.", "2026-11-24 4111111111111111"],
    ...["4111111111111111\n12/27", "x4111111111111111x"],
  ])("is found in %j", (text) => expect(holdsCardNumber(text)).toBe(true));

  it.each([
    ...["4111.1111.1111.1111", "4111_1111_1111_1111", "4111,1111,1111,1111", "", "4111"],
    ...["41111111111111111111", "4111 1111 1111 1111 1111", "898210154110002"],
    ...["0001864420261124000123", "2026-11-24T10:15:00+08:00", "４１１１１１１１１１１１１１１１"],
  ])("is not found in %j", (text) => expect(holdsCardNumber(text)).toBe(false));

  it("is found however it is grouped and wherever it stands", () => {
    const number = fc
      .stringMatching(/^4\d{11,17}$/)
      .map(withCheckDigit)
      .filter((digits) => digits.length <= 19);
    const words = fc.stringMatching(/^[a-z.,:]{0,20}$/);
    const gap = fc.constantFrom("", " ", "-");
    fc.assert(
      fc.property(number, words, words, gap, fc.nat(12), (digits, before, after, separator, at) => {
        const grouped = digits.slice(0, at) + (at > 0 ? separator : "") + digits.slice(at);
        expect(holdsCardNumber(before + grouped + after)).toBe(true);
      }),
    );
  });
});
