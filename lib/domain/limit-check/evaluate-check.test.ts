import { describe, expect, it } from "vitest";
import { evaluateCheck } from "@/lib/domain/limit-check/evaluate-check";
import { evaluateReasons } from "@/lib/domain/limit-check/evaluate-reasons";
import { REASON_CODES } from "@/lib/domain/limit-check/reason-codes";
import { RULES } from "@/lib/domain/limit-check/rules";
import {
  SAMPLE_AT,
  sampleLimit,
  sampleProposal,
  type SampleParts,
  sampleSnapshot,
} from "@/lib/domain/limit-check/sample-snapshot";
import type { Proposal } from "@/lib/domain/limit-check/snapshot";
import { TRAITS } from "@/lib/domain/limit-check/traits";
import { DEFAULT_REASON_MAPS } from "@/lib/domain/response-codes/profiles";

const check = (parts: SampleParts = {}, proposal: Partial<Proposal> = {}, options = {}) =>
  evaluateCheck(sampleSnapshot(parts), sampleProposal(proposal), SAMPLE_AT, options);
const codes = (parts: SampleParts, proposal: Partial<Proposal> = {}) =>
  evaluateReasons(sampleSnapshot(parts), sampleProposal(proposal), SAMPLE_AT).map((r) => r.code);

const roomy = sampleLimit({ limitId: "lim_roomy", maxAmountMinor: 1_000_000 });
const tight = sampleLimit({ limitId: "lim_tight", window: "per_transaction", maxAmountMinor: 1 });
const nearly = sampleLimit({ limitId: "lim_nearly", maxAmountMinor: 10_000 });

describe("a decision", () => {
  it("approves when nothing speaks against it", () => {
    expect(check({ limits: [roomy] })).toEqual({
      decision: "approve",
      reasons: [],
      code21: { risk: "none", probability: null, basis: "none" },
      headroom: {
        amountMinor: 1_000_000,
        count: null,
        resetsAt: Date.parse("2026-11-25T00:00:00+08:00"),
      },
      suggestions: [],
      at: SAMPLE_AT,
      evaluatedAt: SAMPLE_AT,
    });
  });

  it("approves with a remark", () => {
    expect(check()).toMatchObject({
      decision: "approve",
      reasons: [{ code: "NO_LIMIT_CONFIGURED", severity: "info" }],
    });
  });

  it("asks for review on a warning, and keeps the remarks after it", () => {
    const charge = { entryMode: "contactless", amountMinor: 100_001 } as const;
    const limits = [{ ...nearly, ...sampleLimit({ maxAmountMinor: 110_000 }) }];
    expect(check({ limits }, charge)).toMatchObject({
      decision: "review",
      reasons: [{ code: "LIMIT_NEARLY_REACHED" }, { code: "NO_PIN_CEILING" }],
      suggestions: [],
    });
  });

  it("declines on a blocking reason, whatever else there is", () => {
    expect(check({ limits: [nearly, tight] })).toMatchObject({
      decision: "decline",
      reasons: [{ code: "PER_TRANSACTION_LIMIT_EXCEEDED" }, { code: "LIMIT_NEARLY_REACHED" }],
    });
  });

  it("tells when it was made, apart from the moment asked about", () => {
    const evaluatedAt = SAMPLE_AT - 5;
    expect(check({}, {}, { evaluatedAt })).toMatchObject({ at: SAMPLE_AT, evaluatedAt });
  });
});

describe("who may hear of another merchant's terminal", () => {
  it.each([
    [{}, "TERMINAL_NOT_FOUND"],
    [{ audience: "merchant" }, "TERMINAL_NOT_FOUND"],
    [{ audience: "acquirer" }, "TERMINAL_MERCHANT_MISMATCH"],
  ])("%j hears %s", (options, code) => {
    const { reasons } = check({ terminal: "other_merchant" }, {}, options);
    expect(reasons.map((reason) => reason.code)).toEqual([code]);
  });

  it("nobody mistakes a known terminal for it", () => {
    expect(check({ limits: [roomy] }, {}, { audience: "merchant" }).decision).toBe("approve");
  });
});

describe("what is still said", () => {
  const late = {
    code: "pci_saq",
    terminalId: null,
    status: "past_due",
    dueAt: null,
    documentExpiresAt: null,
    affects: ["payment_acceptance"],
  } as const;
  const soon = { ...late, status: "currently_due", dueAt: SAMPLE_AT + 1 } as const;
  const parts: SampleParts = {
    merchant: { status: "suspended" },
    requirements: [late, soon],
    limits: [tight],
    maintenance: [
      { maintenanceWindowId: "mnt_1", kind: "outage", startsAt: 0, endsAt: SAMPLE_AT * 2 },
    ],
  };

  it("is nothing after an unknown merchant", () => {
    expect(codes({ ...parts, merchant: null, terminal: null })).toEqual(["MERCHANT_NOT_FOUND"]);
  });

  it.each([
    [null, "TERMINAL_NOT_FOUND"],
    ["other_merchant", "TERMINAL_MERCHANT_MISMATCH"],
  ] as const)("is the merchant's own state after terminal %s", (terminal, code) => {
    expect(codes({ ...parts, terminal })).toEqual([
      code,
      "MERCHANT_SUSPENDED",
      "COMPLIANCE_REQUIREMENT_PAST_DUE",
      "COMPLIANCE_REQUIREMENT_DUE_SOON",
    ]);
  });

  it("is everything else otherwise", () => {
    expect(codes(parts)).toEqual([
      "MERCHANT_SUSPENDED",
      "COMPLIANCE_REQUIREMENT_PAST_DUE",
      "MAINTENANCE_OUTAGE",
      "PER_TRANSACTION_LIMIT_EXCEEDED",
      "COMPLIANCE_REQUIREMENT_DUE_SOON",
    ]);
  });
});

it("lists limits of one code terminal, store, merchant, then least remaining", () => {
  const scopes = ["merchant", "store", "terminal", "terminal", "merchant"] as const;
  const limits = scopes.map((scope, i) =>
    sampleLimit({ limitId: `lim_${i}`, scope, maxAmountMinor: 100 - i }),
  );
  const reasons = evaluateReasons(sampleSnapshot({ limits }), sampleProposal(), SAMPLE_AT);
  expect(reasons.map(({ about }) => about.kind === "limit" && about.limitId)).toEqual([
    ...["lim_3", "lim_2", "lim_1", "lim_4", "lim_0"],
  ]);
});

it("lists requirements of one code as they came", () => {
  const late = { status: "past_due", terminalId: null, dueAt: null } as const;
  const requirements = ["a", "c", "b"].map((code) => ({
    ...late,
    code,
    documentExpiresAt: null,
    affects: ["payment_acceptance"] as const,
  }));
  const reasons = evaluateReasons(sampleSnapshot({ requirements }), sampleProposal(), SAMPLE_AT);
  expect(reasons.map(({ about }) => about.kind === "requirement" && about.requirementCode)).toEqual(
    ["a", "c", "b", false],
  );
});

describe("the codes", () => {
  it("have a rule each, in one order: what blocks, what warns, what informs", () => {
    expect(Object.keys(RULES).sort()).toEqual([...REASON_CODES].sort());
    const order = { block: 0, warn: 1, info: 2 };
    const weights = REASON_CODES.map((code) => order[TRAITS[code].severity]);
    expect(weights).toEqual([...weights].sort());
  });
});

describe("the expected response code", () => {
  it("comes from the profile's map, null where it maps none", () => {
    const expectedCodes = { PER_TRANSACTION_LIMIT_EXCEEDED: "61" };
    const { reasons } = check({ acquirer: { expectedCodes }, limits: [tight, nearly] });
    expect(reasons.map(({ expectedCode }) => expectedCode)).toEqual(["61", null]);
  });
});

describe("the risk of a bare failure", () => {
  const catchAll = { expectedCodes: DEFAULT_REASON_MAPS.catch_all };
  const unionpay = { expectedCodes: DEFAULT_REASON_MAPS.unionpay_v21 };
  const degraded = [
    { maintenanceWindowId: "mnt_1", kind: "degraded", startsAt: 0, endsAt: SAMPLE_AT + 1 },
  ] as const;

  it("is high when a blocking reason shows as it", () => {
    const high = { risk: "high", probability: 0.99, basis: "rule" };
    expect(check({ acquirer: catchAll, limits: [tight] }).code21).toEqual(high);
    const none = { risk: "none", probability: null, basis: "none" };
    expect(check({ acquirer: unionpay, limits: [tight] }).code21).toEqual(none);
  });

  it("is medium under maintenance, a misconfigured terminal or a static code above its ceiling", () => {
    const medium = { risk: "medium", probability: 0.2, basis: "rule" };
    expect(check({ maintenance: degraded }).code21).toEqual(medium);
    expect(check({ terminal: { reportedTerminalId: "X" } }).code21).toEqual(medium);
    const qr = { entryMode: "qr_static", amountMinor: 50_001 } as const;
    expect(check({}, qr).code21).toEqual(medium);
    expect(check({ acquirer: unionpay, limits: [tight], maintenance: degraded }).code21).toEqual(
      medium,
    );
  });

  it("is none for a warning that is expected to show as it: only what blocks does", () => {
    const expectedCodes = { LIMIT_NEARLY_REACHED: DEFAULT_REASON_MAPS.catch_all.MERCHANT_CLOSED! };
    expect(check({ acquirer: { expectedCodes }, limits: [nearly] }).code21.risk).toBe("none");
  });
});
