import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanJson } from "@/lib/http/scan-json";

const CARD = "4111111111111111";
const faults = (json: string) =>
  scanJson(json).map(({ path, kind }) => `${kind} ${path.join("/")}`);

describe("the text of a body", () => {
  it.each([
    [`{"a":"${CARD}"}`, "card a"],
    [`{"a":["x","${CARD}"]}`, "card a/1"],
    [`{"a":{"b":[{"c":"${CARD}"}]}}`, "card a/b/0/c"],
    [`"${CARD}"`, "card "],
    [`{"a":${CARD}}`, "card a"],
    [`{"a":-${CARD}}`, "card a"],
    [`{"a":6221260000000000001}`, "card a"],
    [`{"${CARD}":1}`, "card "],
    [`{"a":{"x ${CARD}":1}}`, "card a"],
    [`{"merchant_id":{"${CARD}":1}}`, "card merchant_id"],
    [`{"a":"4111\\u0020111111111111"}`, "card a"],
    [`{"a":"\\u0034111111111111111"}`, "card a"],
    [`{"a":"${CARD}","a":"x"}`, "card a"],
    [`{"limit_id":"${CARD}"}`, "card limit_id"],
    [`{"id":"lim_${CARD}"}`, "card id"],
  ])("holds a card number: %s", (json, fault) => expect(faults(json)).toEqual([fault]));

  it.each([
    `{"merchant_id":"${CARD}"}`,
    `{"terminal_id":"${CARD}"}`,
    `{"serial_number":"${CARD}"}`,
    `{"reported_merchant_id":"${CARD}"}`,
    `{"merchant_id":${CARD}}`,
    `{"limit_id":"lim_01J9ZC54111111111111111111"}`,
    `{"a":"41111111111111111111"}`,
    `[4111, 1111, 1111, 1111]`,
    `{"4111":"111111111111"}`,
    `{"a":"x\\"4111","b":"111111111111"}`,
  ])("holds none: %s", (json) => expect(faults(json)).toEqual([]));

  it("writes card numbers as fractions too", () => {
    expect(faults('{"a":4.111111111111111e15}')).toEqual(["fraction a", "card a"]);
    expect(faults(`{"a":${CARD}.0}`)).toEqual(["fraction a", "card a"]);
    expect(faults(`{"lat":0.${CARD}}`)).toEqual(["fraction lat"]);
  });

  it.each([
    ['{"a":1.5}', ["fraction a"]],
    ['{"a":[1,100.0]}', ["fraction a/1"]],
    ['{"a":1e3,"b":-2E-2}', ["fraction a", "fraction b"]],
    ['{"a":"1.5e3"}', []],
    ['{"a":{"b":1},"c":2.0}', ["fraction c"]],
  ])("tells fractions from whole numbers: %s", (json, found) =>
    expect(faults(json)).toEqual(found),
  );

  it.each([
    ['{"a":"\\u0000"}', ["text a"]],
    ['{"a":"\\\\u0000"}', []],
    ['{"a":"\\ud800"}', ["text a"]],
    ['{"a":"\\ud83d\\ude00"}', []],
    ['{"b":{"\\u0000":1}}', ["text b"]],
  ])("tells what cannot be kept: %s", (json, found) => expect(faults(json)).toEqual(found));

  it("follows any JSON to the paths of its fractions", () => {
    const fractionPaths = (value: unknown, path: string[] = []): string[] => {
      if (typeof value === "number") return Number.isInteger(value) ? [] : [path.join("/")];
      if (typeof value !== "object" || value === null) return [];
      return Object.entries(value).flatMap(([key, item]) => fractionPaths(item, [...path, key]));
    };
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const json = JSON.stringify(value, null, indent);
        const found = scanJson(json).filter(
          ({ kind, path }) => kind === "fraction" && !isWhole(json, value, path),
        );
        expect(found.map(({ path }) => path.join("/")).sort()).toEqual(
          fractionPaths(JSON.parse(json)).sort(),
        );
      }),
    );
  });

  it("goes as deep as it must", () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(scanJson(deep)).toEqual([]);
  });
});

/** Large whole numbers are written with an exponent. */
function isWhole(_json: string, value: unknown, path: readonly (string | number)[]): boolean {
  const found = path.reduce<unknown>(
    (part, key) => (part as Record<string | number, unknown>)[key],
    value,
  );
  return Number.isInteger(found);
}
