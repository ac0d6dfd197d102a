import { Engine, type RuleProperties } from "json-rules-engine";
import { evaluateReasons } from "@/lib/domain/limit-check/evaluate-reasons";
import {
  SAMPLE_AT,
  sampleLimit,
  sampleProposal,
  sampleSnapshot,
} from "@/lib/domain/limit-check/sample-snapshot";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";
import { median, printTable, times } from "./tables";

const ROUNDS = 5;
const LIMITS = Array.from({ length: 10 }, (_, n) =>
  sampleLimit({
    limitId: `lim_${n}`,
    maxAmountMinor: 1_000_000 + n,
    counter: { usedAmountMinor: n },
  }),
);
const SNAPSHOT = sampleSnapshot({ limits: LIMITS });
const PASSING = sampleProposal();
const REFUSED = sampleProposal({ amountMinor: 2_000_000 });

const remaining = LIMITS.map(
  ({ versions, counters }) => versions[0]!.maxAmountMinor! - counters[0]!.usedAmountMinor,
);

/** No engine: ten comparisons. */
function bareLoop({ amountMinor }: Proposal): boolean {
  for (const left of remaining) if (amountMinor > left) return false;
  return true;
}

const is = (fact: string, value: unknown): RuleProperties => ({
  conditions: { all: [{ fact, operator: "notEqual", value }] },
  event: { type: fact },
});

/** The same questions about merchant, terminal and card, and the same ten limits. */
function jsonRules(): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const rule of [
    ...[is("merchantStatus", "active"), is("acceptance", true), is("terminalStatus", "deployed")],
    ...[is("bindingValid", true), is("pastDue", 0), is("outages", 0), is("currency", "CNY")],
  ]) {
    engine.addRule(rule);
  }
  LIMITS.forEach(({ limitId }, n) =>
    engine.addRule({
      conditions: {
        all: [
          { fact: "currency", operator: "equal", value: "CNY" },
          { fact: "amountMinor", operator: "greaterThan", value: remaining[n] },
        ],
      },
      event: { type: limitId },
    }),
  );
  return engine;
}

const factsOf = ({ merchant, terminal }: CheckSnapshot, { amountMinor, currency }: Proposal) => ({
  ...{ merchantStatus: merchant!.status, acceptance: merchant!.paymentAcceptance.enabled },
  ...(typeof terminal === "object" && {
    terminalStatus: terminal!.status,
    bindingValid: terminal!.bindingValid,
  }),
  ...{ pastDue: 0, outages: 0, currency, amountMinor },
});

const refuses = (proposal: Proposal) =>
  evaluateReasons(SNAPSHOT, proposal, SAMPLE_AT).some(({ severity }) => severity === "block");

type Contestant = { name: string; times: number; run: (times: number) => void | Promise<void> };

/** Nanoseconds of one evaluation. */
async function measure({ times: n, run }: Contestant): Promise<number> {
  const startedAt = process.hrtime.bigint();
  await run(n);
  return Number(process.hrtime.bigint() - startedAt) / n;
}

/** The pure engine with ten limits, without texts and suggestions, on charges that pass. */
export async function benchEngine(): Promise<void> {
  const engine = jsonRules();
  for (const proposal of [PASSING, REFUSED]) {
    const { events } = await engine.run(factsOf(SNAPSHOT, proposal));
    if (refuses(proposal) !== events.length > 0 || bareLoop(proposal) === refuses(proposal)) {
      throw new Error("The engines do not agree.");
    }
  }
  let passed = 0;
  const contestants: Contestant[] = [
    {
      name: "bare loop over the limits",
      times: 2_000_000,
      run: (n) => {
        for (let i = 0; i < n; i++) if (bareLoop(PASSING)) passed++;
      },
    },
    {
      name: "Headroom, every rule",
      times: 200_000,
      run: (n) => {
        for (let i = 0; i < n; i++) if (!refuses(PASSING)) passed++;
      },
    },
    {
      name: "json-rules-engine",
      times: 5_000,
      run: async (n) => {
        const facts = factsOf(SNAPSHOT, PASSING);
        for (let i = 0; i < n; i++) if ((await engine.run(facts)).events.length === 0) passed++;
      },
    },
  ];
  const figures = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const one of contestants) {
      const took = await measure(one);
      if (round > 0) figures.get(one.name)!.push(took);
    }
  }
  if (passed === 0) throw new Error("Nothing passed.");
  const ours = median(figures.get("Headroom, every rule")!);
  printTable(
    "The pure engine, ten limits",
    ["engine", "one evaluation", "ratio"],
    [...figures].map(([name, took]) => {
      const ns = median(took);
      return [name, `${ns.toFixed(0)} ns`, times(ns / ours)];
    }),
  );
}
