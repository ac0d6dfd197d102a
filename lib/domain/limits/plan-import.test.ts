import { describe, expect, it } from "vitest";
import type { LimitVersion } from "@/lib/domain/limits/limit";
import { firstVersion, type LimitAsked, planLimitImport } from "@/lib/domain/limits/plan-import";
import { versionInForce } from "@/lib/domain/limits/version-in-force";

const NOW = 1_000;
const context = { now: NOW, warnPercent: 80 };

const asks = (maxAmountMinor: number | null, more: Partial<LimitAsked> = {}): LimitAsked => ({
  values: { maxAmountMinor, maxCount: null, minAmountMinor: null },
  ...{ warnPercent: null, startsAt: null, endsAt: null, ...more },
});

type Known = LimitVersion & { requestId: string | null };

const known = (version: LimitVersion, requestId: string | null = null): Known => ({
  ...version,
  requestId,
});
const base = (maxAmountMinor: number, more: Partial<LimitAsked> = {}) =>
  known(firstVersion(asks(maxAmountMinor, more), 80));

const limitAt = (versions: readonly LimitVersion[], at: number) =>
  versionInForce(versions, at)?.maxAmountMinor ?? null;

/** The versions after an import, as the database then knows them. */
function after(versions: readonly Known[], asked: LimitAsked): Known[] {
  const effect = planLimitImport(versions, asked, context);
  if (!effect) return [...versions];
  return [...versions, known(effect.added)].map((version) => {
    const end = effect.ended.find((one) => one.version === version.version);
    if (!end) return version;
    return end.endsAt === null
      ? { ...version, status: "disabled" }
      : { ...version, endsAt: end.endsAt };
  });
}

describe("importing a limit again", () => {
  it("changes nothing when the limit is as the file says", () => {
    expect(planLimitImport([base(50)], asks(50), context)).toBeNull();
    expect(planLimitImport([base(50, { startsAt: 10 })], asks(50), context)).toBeNull();
    expect(planLimitImport([base(50)], asks(50, { startsAt: 10 }), context)).toBeNull();
    expect(planLimitImport([base(50, { warnPercent: 90 })], asks(50), context)).toBeNull();
  });

  it("sets new values from now on, keeping the warn level that the file leaves open", () => {
    const effect = planLimitImport([base(50, { warnPercent: 90 })], asks(60), context);
    expect(effect?.added).toMatchObject({
      ...{ version: 2, kind: "base", maxAmountMinor: 60, warnPercent: 90 },
      ...{ startsAt: NOW, endsAt: null },
    });
    expect(
      planLimitImport([base(50)], asks(50, { warnPercent: 70 }), context)?.added,
    ).toMatchObject({ maxAmountMinor: 50, warnPercent: 70 });
  });

  it("makes values with an end temporary, once", () => {
    const raise = asks(80, { endsAt: 2_000 });
    const versions = after([base(50)], raise);
    expect([limitAt(versions, NOW), limitAt(versions, 1_999), limitAt(versions, 2_000)]).toEqual([
      80, 80, 50,
    ]);
    expect(planLimitImport(versions, raise, context)).toBeNull();
    expect(planLimitImport(versions, raise, { ...context, now: 3_000 })).toBeNull();
  });

  it("keeps what has ended as expired and leaves what stands alone", () => {
    const over = asks(20, { endsAt: 900 });
    const versions = after([base(50)], over);
    expect(versions).toHaveLength(2);
    expect(limitAt(versions, NOW)).toBe(50);
    expect(planLimitImport(versions, over, context)).toBeNull();
    const raised = after([base(50)], asks(80, { startsAt: NOW, endsAt: 2_000 }));
    expect(limitAt(after(raised, over), NOW)).toBe(80);
  });

  it("lets a start to come wait, and replaces an imported one that has not come", () => {
    const later = after([base(50)], asks(60, { startsAt: 5_000 }));
    expect([limitAt(later, NOW), limitAt(later, 5_000)]).toEqual([50, 60]);
    expect(planLimitImport(later, asks(60, { startsAt: 5_000 }), context)).toBeNull();
    const moved = after(later, asks(60, { startsAt: 6_000 }));
    expect([limitAt(moved, 5_000), limitAt(moved, 6_000)]).toEqual([50, 60]);
    const now = after(later, asks(70));
    expect([limitAt(now, NOW), limitAt(now, 9_000)]).toEqual([70, 70]);
  });

  it("leaves a change that was granted and has not begun to its request", () => {
    const granted = known({ ...base(60, { startsAt: 5_000 }), version: 2 }, "lrq_1");
    const versions = after([base(50), granted], asks(70));
    expect([limitAt(versions, NOW), limitAt(versions, 5_000)]).toEqual([70, 60]);
  });

  it("sets a limit that has ended in force again", () => {
    const ended = base(50, { endsAt: 900 });
    expect(planLimitImport([ended], asks(50, { endsAt: 900 }), context)).toBeNull();
    expect(limitAt(after([ended], asks(50)), NOW)).toBe(50);
  });

  it("ends a running raise when it lowers the base, and only then", () => {
    const raised = after([base(50)], asks(80, { endsAt: 2_000 }));
    expect(limitAt(after(raised, asks(40)), NOW)).toBe(40);
    expect(limitAt(after(raised, asks(60)), NOW)).toBe(80);
  });
});
