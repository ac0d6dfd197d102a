import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { windowAt } from "@/lib/domain/business-day";
import { evaluateCheck } from "@/lib/domain/limit-check/evaluate-check";
import { evaluateReasons, isDeclined } from "@/lib/domain/limit-check/evaluate-reasons";
import type { Suggestion } from "@/lib/domain/limit-check/check-result";
import type { Reason } from "@/lib/domain/limit-check/reason";
import { REASON_CODES } from "@/lib/domain/limit-check/reason-codes";
import {
  SAMPLE_AT,
  sampleCounter,
  sampleLimit,
  sampleSnapshot,
  sampleVersion,
} from "@/lib/domain/limit-check/sample-snapshot";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import { LOOK_AHEAD_MS } from "@/lib/domain/limit-check/suggest-waiting";
import { suggestTerminal } from "@/lib/domain/limit-check/suggest-terminal";
import {
  CARD_ORIGINS,
  ENTRY_MODES,
  FUNDING_SOURCES,
  LIMIT_SCOPES,
  type LimitState,
  type RollingEntry,
  WINDOWS,
} from "@/lib/domain/limits/limit";
import { versionInForce } from "@/lib/domain/limits/version-in-force";
import { MAX_CHARGE_MINOR } from "@/lib/domain/money";
import { DAY_MS } from "@/lib/domain/zoned-time";

const cutOver = { timeZone: "Asia/Shanghai", cutOverTime: "00:00" };
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2 });
const rarely = <T>(arbitrary: fc.Arbitrary<T>, otherwise: T) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary });
const near = fc.integer({ min: SAMPLE_AT - 2 * DAY_MS, max: SAMPLE_AT + 33 * DAY_MS });

const values = fc.record({
  maxAmountMinor: sometimes(fc.nat({ max: 2_000 })),
  maxCount: rarely<number | null>(fc.nat({ max: 4 }), null),
  minAmountMinor: rarely<number | null>(fc.nat({ max: 300 }), null),
});
const base = fc
  .tuple(values, rarely<number | null>(near, null), rarely<number | null>(near, null))
  .map(([set, startsAt, endsAt]) => sampleVersion({ ...set, startsAt, endsAt }));
const temporary = fc
  .tuple(values, near, fc.integer({ min: 1, max: 5 * DAY_MS }))
  .map(([set, startsAt, length]) =>
    sampleVersion({ ...set, kind: "temporary", startsAt, endsAt: startsAt + length }),
  );
const versions = fc
  .tuple(base, fc.array(fc.oneof(base, temporary), { maxLength: 2 }))
  .map(([first, rest]) => [first, ...rest].map((one, i) => ({ ...one, version: i + 1 })));

const counted = fc.record({
  usedAmountMinor: fc.nat({ max: 1_500 }),
  usedCount: fc.nat({ max: 3 }),
  reservedAmountMinor: fc.nat({ max: 500 }),
  reservedCount: fc.nat({ max: 2 }),
});
const scopes = fc.constantFrom(...LIMIT_SCOPES);
const filters = fc.record({
  entryModes: rarely(fc.subarray([...ENTRY_MODES], { minLength: 1 }), []),
  fundingSources: rarely(fc.subarray([...FUNDING_SOURCES], { minLength: 1 }), []),
  cardOrigins: rarely(fc.subarray([...CARD_ORIGINS], { minLength: 1 }), []),
  hours: rarely<readonly (string | null)[]>(
    fc.constantFrom(["09:00", "17:30"], ["22:00", "06:00"], ["10:15", "10:16"], ["12:00", "12:00"]),
    [null, null],
  ),
  daysOfWeek: rarely(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), []),
});

/** What a rolling limit counts at a moment, added up from what is known of it. */
function rollingCounter(
  { windowSeconds, counters: [counter = sampleCounter()] }: LimitState,
  entries: readonly RollingEntry[],
  at: number,
) {
  const windowStart = at - (windowSeconds ?? 0) * 1000;
  const inside = entries.filter(([moment]) => moment > windowStart && moment <= at);
  return {
    ...counter,
    windowStart,
    windowEnd: (inside[0]?.[0] ?? at) + (windowSeconds ?? 0) * 1000,
    usedAmountMinor: inside.reduce((sum, [, amountMinor]) => sum + amountMinor, 0),
    usedCount: inside.reduce((sum, [, , count]) => sum + count, 0),
  };
}

const entriesOf = (windowSeconds: number) =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: SAMPLE_AT - windowSeconds * 1000 + 1, max: SAMPLE_AT + 300_000 }),
        fc.nat({ max: 700 }),
        fc.nat({ max: 1 }),
      ),
      { maxLength: 5 },
    )
    .map((entries) => entries.toSorted((one, other) => one[0] - other[0]));
const rollingUse = fc
  .constantFrom(60, 3_600, 90_061, 604_800)
  .chain((windowSeconds) => fc.tuple(fc.constant(windowSeconds), entriesOf(windowSeconds)));

const anyLimit = fc
  .tuple(
    fc.constantFrom(...WINDOWS),
    fc.tuple(scopes, rarely(fc.constant("USD"), "CNY"), versions, filters),
    fc.array(counted, { maxLength: 2 }),
    rollingUse,
  )
  .map(([window, [scope, currency, history, filter], counts, [windowSeconds, entries]]) => {
    const { hours, ...rest } = filter;
    const [timeFrom = null, timeTo = null] = hours;
    const parts = {
      ...{ scope, currency, versions: history },
      filters: { ...rest, timeFrom, timeTo },
    };
    if (window === "per_transaction") return sampleLimit({ window, ...parts });
    if (window === "rolling") {
      const limit = sampleLimit({ window, ...parts, windowSeconds, counter: { ...counts[0] } });
      return { ...limit, counters: [rollingCounter(limit, entries, SAMPLE_AT)], entries };
    }
    let from = SAMPLE_AT;
    const counters = counts.map((count) => {
      const { start, end } = windowAt(window, from, cutOver);
      from = end;
      return { windowStart: start, windowEnd: end, ...count };
    });
    return sampleLimit({ window, ...parts, counters });
  });
const limits = fc
  .array(anyLimit, { maxLength: 5 })
  .map((all): LimitState[] => all.map((limit, i) => ({ ...limit, limitId: `lim_${i}` })));

const terminal = fc.record({
  terminalId: fc.constantFrom("00018644", "00018645", "00018646"),
  store: fc.constantFrom("Front", "Back", null),
  status: rarely(fc.constantFrom("inactive", "lost"), "deployed"),
  entryModes: rarely(fc.subarray([...ENTRY_MODES]), []),
  cardOrigins: rarely(fc.subarray(["domestic" as const]), []),
  currencies: rarely(fc.subarray(["USD"]), []),
  tradingHours: rarely<string | null>(
    fc.constantFrom("08:00-22:00", "22:00-06:00", "11:00-12:00"),
    null,
  ),
  reportedTerminalId: rarely<string | null>(fc.constant("X"), null),
});
const merchant = fc.record({ status: rarely(fc.constantFrom("suspended", "pending"), "active") });
const maintenance = fc.array(
  fc
    .tuple(fc.constantFrom("degraded", "outage"), near, fc.integer({ min: 1, max: 3 * DAY_MS }))
    .map(([kind, startsAt, length]) => ({
      maintenanceWindowId: "mnt_1",
      kind,
      startsAt,
      endsAt: startsAt + length,
    })),
  { maxLength: 2 },
);
const requirements = rarely(
  near.map((dueAt) => [
    {
      code: "pci_saq",
      terminalId: null,
      status: "currently_due" as const,
      dueAt,
      documentExpiresAt: null,
      affects: ["payment_acceptance" as const],
    },
  ]),
  [],
);
const amountLimitCurrencies = rarely(fc.subarray(["CNY", "USD"]), []);
const snapshots = fc
  .record({ terminal, merchant, limits, maintenance, requirements, amountLimitCurrencies })
  .map(sampleSnapshot);

const proposals: fc.Arbitrary<Proposal> = fc
  .record(
    {
      amountMinor: fc.integer({ min: 1, max: 2_500 }),
      entryMode: fc.constantFrom(...ENTRY_MODES),
      fundingSource: fc.constantFrom(...FUNDING_SOURCES),
      cardOrigin: fc.constantFrom(...CARD_ORIGINS),
      cardExpiry: fc.constantFrom("2026-10", "2026-11", "2026-12", "2027-04", "2030-01"),
    },
    { requiredKeys: ["amountMinor"] },
  )
  .map((told) => ({ terminalId: "00018644", currency: "CNY", ...told }));

const declines = (snapshot: CheckSnapshot, proposal: Proposal, at = SAMPLE_AT) =>
  isDeclined(evaluateReasons(snapshot, proposal, at));
const charge = (proposal: Proposal, amountMinor: number) => ({ ...proposal, amountMinor });

function forEveryCheck(
  property: (snapshot: CheckSnapshot, proposal: Proposal, moment: number) => void,
) {
  fc.assert(fc.property(snapshots, proposals, near, property), { numRuns: 400 });
}

function suggestionsOf(snapshot: CheckSnapshot, proposal: Proposal) {
  return evaluateCheck(snapshot, proposal, SAMPLE_AT).suggestions;
}

function find<K extends Suggestion["kind"]>(suggestions: readonly Suggestion[], kind: K) {
  return suggestions.find((one): one is Extract<Suggestion, { kind: K }> => one.kind === kind);
}

describe("a decision", () => {
  it("declines exactly when a reason blocks, and reviews when the worst is a warning", () => {
    forEveryCheck((snapshot, proposal) => {
      const { decision, reasons } = evaluateCheck(snapshot, proposal, SAMPLE_AT);
      const severities = new Set(reasons.map(({ severity }) => severity));
      const worst = severities.has("block") ? "decline" : severities.has("warn") ? "review" : null;
      expect(decision).toBe(worst ?? "approve");
    });
  });

  it("lists reasons in precedence; of one code terminal before merchant, then least remaining", () => {
    const place = ({ code, about }: Reason) => [
      REASON_CODES.indexOf(code),
      about.kind === "limit" ? LIMIT_SCOPES.indexOf(about.scope) : 0,
      about.kind === "limit" ? about.remaining : 0,
    ];
    const compare = (one: number[], other: number[]) =>
      one.map((value, i) => value - (other[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
    forEveryCheck((snapshot, proposal) => {
      const places = evaluateReasons(snapshot, proposal, SAMPLE_AT).map(place);
      expect(places).toEqual(places.toSorted(compare));
    });
  });

  it("is never better for a higher amount, but for a minimum", () => {
    forEveryCheck((snapshot, proposal) => {
      const blocksOf = (amountMinor: number) =>
        evaluateReasons(snapshot, charge(proposal, amountMinor), SAMPLE_AT)
          .filter(({ severity, code }) => severity === "block" && code !== "AMOUNT_BELOW_MINIMUM")
          .map(({ code, about }) => `${code} ${about.kind === "limit" ? about.limitId : ""}`);
      const more = new Set(blocksOf(proposal.amountMinor * 2));
      expect(blocksOf(proposal.amountMinor).filter((reason) => !more.has(reason))).toEqual([]);
    });
  });

  it("is never better once more is counted", () => {
    forEveryCheck((snapshot, proposal) => {
      const fuller = snapshot.limits.map((limit) => ({
        ...limit,
        counters: limit.counters.map((counter) => ({
          ...counter,
          usedAmountMinor: counter.usedAmountMinor + 100,
          reservedCount: counter.reservedCount + 1,
        })),
      }));
      if (declines(snapshot, proposal))
        expect(declines({ ...snapshot, limits: fuller }, proposal)).toBe(true);
    });
  });

  it("is never worse for telling more: fewer limits bind a charge that says how it is made", () => {
    const limitReasons = (snapshot: CheckSnapshot, proposal: Proposal) =>
      evaluateReasons(snapshot, proposal, SAMPLE_AT).flatMap(({ code, severity, about }) =>
        severity === "block" && about.kind === "limit" ? `${code} ${about.limitId}` : [],
      );
    forEveryCheck((snapshot, proposal) => {
      const { terminalId, amountMinor, currency } = proposal;
      const untold = new Set(limitReasons(snapshot, { terminalId, amountMinor, currency }));
      expect(limitReasons(snapshot, proposal).filter((one) => !untold.has(one))).toEqual([]);
    });
  });
});

describe("headroom", () => {
  it("passes, and one more is declined; 0 means nothing passes and null that anything does", () => {
    forEveryCheck((snapshot, proposal) => {
      const { amountMinor } = evaluateCheck(snapshot, proposal, SAMPLE_AT).headroom;
      if (amountMinor === null) {
        expect(declines(snapshot, charge(proposal, MAX_CHARGE_MINOR))).toBe(false);
      } else if (amountMinor === 0) {
        const amounts = [1, 50, 300, proposal.amountMinor, MAX_CHARGE_MINOR];
        expect(amounts.every((one) => declines(snapshot, charge(proposal, one)))).toBe(true);
      } else {
        expect(declines(snapshot, charge(proposal, amountMinor))).toBe(false);
        expect(declines(snapshot, charge(proposal, amountMinor + 1))).toBe(true);
      }
    });
  });
});

describe("a suggestion, followed", () => {
  it("is made only for a declined charge", () => {
    forEveryCheck((snapshot, proposal) => {
      if (!declines(snapshot, proposal)) expect(suggestionsOf(snapshot, proposal)).toEqual([]);
    });
  });

  it("to charge less passes, and nothing between that and the amount does", () => {
    forEveryCheck((snapshot, proposal) => {
      const less = find(suggestionsOf(snapshot, proposal), "reduce_amount");
      if (less === undefined) return;
      expect(less.amountMinor).toBeLessThan(proposal.amountMinor);
      expect(declines(snapshot, charge(proposal, less.amountMinor))).toBe(false);
      expect(declines(snapshot, charge(proposal, less.amountMinor + 1))).toBe(true);
    });
  });

  /** The snapshot as it will stand: entries of rolling limits enter and leave, the rest stays. */
  const later = (snapshot: CheckSnapshot, at: number): CheckSnapshot => ({
    ...snapshot,
    limits: snapshot.limits.map((limit) =>
      limit.entries === undefined
        ? limit
        : { ...limit, counters: [rollingCounter(limit, limit.entries, at)] },
    ),
  });
  const declinesLater = (snapshot: CheckSnapshot, proposal: Proposal, at: number) =>
    declines(later(snapshot, at), proposal, at);

  it("to wait passes then and at no moment before; without it no moment passes", () => {
    forEveryCheck((snapshot, proposal, moment) => {
      if (!declines(snapshot, proposal)) return;
      const wait = find(suggestionsOf(snapshot, proposal), "wait_until");
      const until = wait?.at ?? SAMPLE_AT + LOOK_AHEAD_MS;
      expect(until).toBeLessThanOrEqual(SAMPLE_AT + LOOK_AHEAD_MS);
      if (wait !== undefined) expect(declinesLater(snapshot, proposal, until)).toBe(false);
      expect(declinesLater(snapshot, proposal, until - 1)).toBe(true);
      const leaving = snapshot.limits.flatMap(({ entries = [], windowSeconds }) =>
        entries.map(([at]) => at + (windowSeconds ?? 0) * 1000),
      );
      for (const before of [moment, SAMPLE_AT + (moment % 90_000), ...leaving])
        if (before > SAMPLE_AT && before < until)
          expect(declinesLater(snapshot, proposal, before)).toBe(true);
    });
  });

  it("to wait never comes too early when nothing is known of when rolling limits free up", () => {
    forEveryCheck((snapshot, proposal, moment) => {
      const limits = snapshot.limits.map(({ entries: _, ...limit }) => limit);
      const wait = find(suggestionsOf({ ...snapshot, limits }, proposal), "wait_until");
      const sooner = find(suggestionsOf(snapshot, proposal), "wait_until");
      if (wait === undefined) return;
      expect(declines({ ...snapshot, limits }, proposal, wait.at)).toBe(false);
      const isAhead = snapshot.limits.some(
        ({ entries }) => (entries?.at(-1)?.[0] ?? 0) > SAMPLE_AT,
      );
      if (!isAhead) expect(sooner?.at).toBeLessThanOrEqual(wait.at);
      const past = { evaluatedAt: Math.max(SAMPLE_AT + 1, Math.min(moment, SAMPLE_AT + DAY_MS)) };
      const ofPast = evaluateCheck(snapshot, proposal, SAMPLE_AT, past).suggestions;
      const then = find(ofPast, "wait_until");
      if (then !== undefined) expect(declinesLater(snapshot, proposal, then.at)).toBe(false);
    });
  });

  it("to use another terminal passes there", () => {
    const more = fc.array(snapshots, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(snapshots, more, proposals, (snapshot, candidates, proposal) => {
        const suggestion = suggestTerminal(snapshot, candidates, proposal, SAMPLE_AT);
        const passing = candidates.flatMap((candidate) => {
          const { terminal } = candidate;
          if (terminal === null || terminal === "other_merchant") return [];
          const { terminalId } = terminal;
          return declines(candidate, { ...proposal, terminalId }) ? [] : terminalId;
        });
        if (suggestion === null) expect(passing).toEqual([]);
        else expect(passing).toContain(suggestion.terminalId);
      }),
      { numRuns: 300 },
    );
  });

  it("to change a limit passes that limit, and any less does not", () => {
    const stillBlocks = (snapshot: CheckSnapshot, proposal: Proposal, limitId: string) =>
      evaluateReasons(snapshot, proposal, SAMPLE_AT).some(
        ({ severity, about }) =>
          severity === "block" && about.kind === "limit" && about.limitId === limitId,
      );
    const FIELDS = [
      ["maxAmountMinor", -1],
      ["maxCount", -1],
      ["minAmountMinor", 1],
    ] as const;
    forEveryCheck((snapshot, proposal) => {
      for (const change of suggestionsOf(snapshot, proposal)) {
        if (change.kind !== "request_limit_change") continue;
        const { limitId } = change;
        const changedBy = (set: Partial<typeof change>) => ({
          ...snapshot,
          limits: snapshot.limits.map((limit) => {
            const present = versionInForce(limit.versions, SAMPLE_AT);
            if (limit.limitId !== limitId || present === null) return limit;
            const { maxAmountMinor, maxCount, minAmountMinor } = { ...present, ...set };
            const version = { ...present, maxAmountMinor, maxCount, minAmountMinor };
            return { ...limit, versions: [version] };
          }),
        });
        expect(stillBlocks(changedBy(change), proposal, limitId)).toBe(false);
        for (const [field, weaker] of FIELDS) {
          const value = change[field];
          if (value === undefined) continue;
          const less = changedBy({ ...change, [field]: value + weaker });
          expect(stillBlocks(less, proposal, limitId)).toBe(true);
        }
      }
    });
  });
});
