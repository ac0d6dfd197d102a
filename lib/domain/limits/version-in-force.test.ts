import { describe, expect, it } from "vitest";
import { sampleVersion } from "@/lib/domain/limit-check/sample-snapshot";
import { hasEnded, versionInForce } from "@/lib/domain/limits/version-in-force";

const base = (version: number, startsAt: number | null, endsAt: number | null = null) =>
  sampleVersion({ version, startsAt, endsAt });
const temporary = (version: number, startsAt: number, endsAt: number) =>
  sampleVersion({ version, kind: "temporary", startsAt, endsAt });
const inForce = (versions: ReturnType<typeof base>[], at: number) =>
  versionInForce(versions, at)?.version ?? null;

describe("versionInForce", () => {
  it("is none without versions", () => {
    expect(inForce([], 5)).toBeNull();
  });

  it("binds from its start, included, to its end, not included", () => {
    expect([9, 10, 19, 20].map((at) => inForce([base(1, 10, 20)], at))).toEqual([null, 1, 1, null]);
    expect([9, 10, 19, 20].map((at) => inForce([temporary(1, 10, 20)], at))).toEqual([
      ...[null, 1, 1, null],
    ]);
  });

  it("takes the base that started last, whatever the order of the list", () => {
    const versions = [base(1, null), base(3, 20), base(2, 10)];
    expect([0, 10, 19, 20].map((at) => inForce(versions, at))).toEqual([1, 2, 2, 3]);
  });

  it("takes the newer of two bases that start together", () => {
    expect(inForce([base(1, 10), base(2, 10)], 10)).toBe(2);
    expect(inForce([base(2, 10), base(1, 10)], 10)).toBe(2);
    expect(inForce([base(2, null), base(1, null)], 10)).toBe(2);
  });

  it("does not fall back to an earlier base when the later one has ended", () => {
    expect(inForce([base(1, null), base(2, 10, 20)], 20)).toBeNull();
  });

  it("lets a temporary version override the base while it runs, then the base as it then stands", () => {
    const versions = [base(1, null), temporary(2, 10, 30), base(3, 20)];
    expect([9, 10, 29, 30].map((at) => inForce(versions, at))).toEqual([1, 2, 2, 3]);
  });

  it("takes the newest of several temporary versions that run", () => {
    expect(inForce([temporary(3, 0, 99), temporary(2, 10, 99)], 10)).toBe(3);
    expect(inForce([temporary(2, 10, 99), temporary(3, 0, 99)], 10)).toBe(3);
    expect(inForce([temporary(2, 10, 99), temporary(3, 0, 10)], 10)).toBe(2);
  });

  it("leaves out what was withdrawn", () => {
    const withdrawn = { ...base(2, 10), status: "disabled" } as const;
    expect(inForce([base(1, null), withdrawn], 10)).toBe(1);
  });
});

it("ends at its end itself, or never", () => {
  expect([19, 20].map((at) => hasEnded(base(1, null, 20), at))).toEqual([false, true]);
  expect(hasEnded(base(1, null), Number.MAX_SAFE_INTEGER)).toBe(false);
});
