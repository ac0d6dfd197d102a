import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeLimit, type LimitChange } from "@/lib/domain/limits/limit-change";
import type { LimitValues, LimitVersion } from "@/lib/domain/limits/limit";
import { versionInForce } from "@/lib/domain/limits/version-in-force";
import { changesNothing, isTightening } from "@/lib/domain/limit-requests/tightening";

const NOW = 100;
const values = (
  maxAmountMinor: number | null,
  maxCount: number | null = null,
  minAmountMinor: number | null = null,
): LimitValues => ({ maxAmountMinor, maxCount, minAmountMinor });

const version = (number: number, at: LimitValues, more: Partial<LimitVersion> = {}) =>
  ({
    ...at,
    version: number,
    kind: "base",
    warnPercent: 80,
    startsAt: null,
    endsAt: null,
    status: "active",
    ...more,
  }) satisfies LimitVersion;

const change = (at: LimitValues, more: Partial<LimitChange> = {}): LimitChange => ({
  values: at,
  warnPercent: 80,
  startsAt: NOW,
  endsAt: null,
  ...more,
});

const base = version(1, values(50_000));
const raise = version(2, values(80_000), { kind: "temporary", startsAt: 90, endsAt: 200 });

describe("a single base", () => {
  it.each([
    ["a lower maximum", values(49_999), true],
    ["the same maximum", values(50_000), true],
    ["a higher maximum", values(50_001), false],
    ["no maximum", values(null), false],
    ["nothing allowed", values(0), true],
    ["a count where there was none", values(50_000, 10), true],
    ["a minimum where there was none", values(50_000, null, 1), true],
    ["a lower maximum with a lower minimum", values(40_000, null, null), true],
    ["a lower maximum and a count", values(40_000, 5), true],
  ])("%s", (_name, at, tighter) => {
    expect(isTightening([base], change(at), NOW)).toBe(tighter);
  });

  it("a lower minimum is looser", () => {
    const withMinimum = version(1, values(50_000, null, 100));
    expect(isTightening([withMinimum], change(values(50_000, null, 99)), NOW)).toBe(false);
    expect(isTightening([withMinimum], change(values(50_000, null, 101)), NOW)).toBe(true);
  });

  it("one looser field is enough", () => {
    const counted = version(1, values(50_000, 10));
    expect(isTightening([counted], change(values(40_000, 11)), NOW)).toBe(false);
  });

  it("a stricter stretch with an end is tightening", () => {
    expect(isTightening([base], change(values(40_000), { endsAt: 150 }), NOW)).toBe(true);
  });
});

describe("a raise over a base", () => {
  it("ends earlier by asking for the same with an earlier end", () => {
    expect(isTightening([base, raise], change(values(80_000), { endsAt: 150 }), NOW)).toBe(true);
    expect(isTightening([base, raise], change(values(80_000), { endsAt: 201 }), NOW)).toBe(false);
  });

  it("is not tightened by a value between that would outlast it", () => {
    expect(isTightening([base, raise], change(values(60_000)), NOW)).toBe(false);
    expect(isTightening([base, raise], change(values(60_000), { endsAt: 200 }), NOW)).toBe(true);
  });

  it("is ended by a lower base", () => {
    const effect = changeLimit([base, raise], change(values(40_000)));
    expect(effect.ended).toEqual([{ version: 2, endsAt: NOW }]);
    expect(versionInForce(effect.versions, NOW)?.maxAmountMinor).toBe(40_000);
    expect(isTightening([base, raise], change(values(40_000)), NOW)).toBe(true);
  });

  it("outlives a higher base, which applies when it has ended", () => {
    const effect = changeLimit([base, raise], change(values(60_000)));
    expect(effect.ended).toEqual([]);
    expect(versionInForce(effect.versions, 199)?.maxAmountMinor).toBe(80_000);
    expect(versionInForce(effect.versions, 200)?.maxAmountMinor).toBe(60_000);
  });

  it("gives way to a later raise, after which the base applies", () => {
    const effect = changeLimit(
      [base, raise],
      change(values(70_000), { startsAt: 120, endsAt: 150 }),
    );
    expect(
      [119, 120, 149, 150, 199].map((at) => versionInForce(effect.versions, at)?.maxAmountMinor),
    ).toEqual([80_000, 70_000, 70_000, 50_000, 50_000]);
  });

  it("that has not begun is disabled by one that covers its start", () => {
    const later = version(2, values(80_000), { kind: "temporary", startsAt: 120, endsAt: 300 });
    const effect = changeLimit(
      [base, later],
      change(values(60_000), { startsAt: 110, endsAt: 130 }),
    );
    expect(effect.ended).toEqual([{ version: 2, endsAt: null }]);
    const apart = changeLimit(
      [base, later],
      change(values(60_000), { startsAt: 110, endsAt: 120 }),
    );
    expect(apart.ended).toEqual([]);
  });
});

describe("a limit where none stands", () => {
  it("is new, however strict", () => {
    expect(isTightening([], change(values(0)), NOW)).toBe(false);
    const over = version(1, values(50_000), { kind: "temporary", endsAt: 50 });
    expect(isTightening([over], change(values(10)), NOW)).toBe(false);
  });
});

describe("a change of nothing", () => {
  it("has the same values at every moment", () => {
    expect(changesNothing([base], change(values(50_000)), NOW)).toBe(true);
    expect(
      changesNothing([base], change(values(50_000), { startsAt: 150, endsAt: 160 }), NOW),
    ).toBe(true);
    expect(changesNothing([base, raise], change(values(50_000)), NOW)).toBe(true);
    expect(changesNothing([base, raise], change(values(80_000), { endsAt: 200 }), NOW)).toBe(true);
    expect(changesNothing([base, raise], change(values(80_000), { endsAt: 199 }), NOW)).toBe(false);
  });
});

const bound = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null });
const someValues = fc.record({ maxAmountMinor: bound, maxCount: bound, minAmountMinor: bound });
const period = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => ({ startsAt: start, endsAt: start + length }));
const someVersions = fc.array(
  fc.tuple(someValues, period, fc.boolean()).map(([at, times, isBase]) => ({
    ...at,
    ...times,
    ...(isBase ? { kind: "base" as const, endsAt: null } : { kind: "temporary" as const }),
  })),
  { maxLength: 4 },
);
const someChange = fc.tuple(someValues, fc.integer({ min: 10, max: 25 }), bound);

const loose = (maximum: number | null) => maximum ?? Infinity;

it("agrees with looking at every single moment", () => {
  fc.assert(
    fc.property(someVersions, someChange, (drafts, [at, startsAt, length]) => {
      const versions = drafts.map((draft, i) => version(i + 1, draft, draft));
      const next = change(at, { startsAt, endsAt: length === null ? null : startsAt + length + 1 });
      const after = changeLimit(versions, next).versions;
      const moments = Array.from({ length: 60 }, (_, i) => 10 + i);
      const tighter = moments.every((moment) => {
        const [old, now] = [versionInForce(versions, moment), versionInForce(after, moment)];
        if (!old || !now) return old === now;
        return (
          loose(now.maxAmountMinor) <= loose(old.maxAmountMinor) &&
          loose(now.maxCount) <= loose(old.maxCount) &&
          (now.minAmountMinor ?? 0) >= (old.minAmountMinor ?? 0)
        );
      });
      expect(isTightening(versions, next, 10)).toBe(tighter);
    }),
    { numRuns: 2_000 },
  );
});

describe("a change of nothing that is new", () => {
  it("is a new limit that limits nothing", () => {
    expect(changesNothing([], change(values(null)), NOW)).toBe(true);
    expect(changesNothing([], change(values(0)), NOW)).toBe(false);
    expect(changesNothing([], change(values(null, null, 1)), NOW)).toBe(false);
  });
});
