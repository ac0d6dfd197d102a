import { describe, expect, it } from "vitest";
import { evaluateCheck } from "@/lib/domain/limit-check/evaluate-check";
import {
  SAMPLE_AT,
  sampleLimit,
  sampleProposal,
  type SampleParts,
  sampleSnapshot,
} from "@/lib/domain/limit-check/sample-snapshot";
import type { TerminalState } from "@/lib/domain/limit-check/snapshot";
import {
  MAX_CANDIDATES,
  mayPassElsewhere,
  suggestTerminal,
  withTerminal,
} from "@/lib/domain/limit-check/suggest-terminal";

const other = (
  terminalId: string,
  terminal: Partial<TerminalState> = {},
  maxAmountMinor: number | null = 50_000,
) =>
  sampleSnapshot({
    terminal: { terminalId, store: "Back", ...terminal },
    limits: [sampleLimit({ limitId: `lim_${terminalId}`, maxAmountMinor })],
  });

function best(candidates: ReturnType<typeof other>[], parts: SampleParts = {}) {
  const proposal = sampleProposal();
  return suggestTerminal(sampleSnapshot(parts), candidates, proposal, SAMPLE_AT)?.terminalId;
}

describe("suggestTerminal", () => {
  it("finds none where none takes the charge", () => {
    expect(best([])).toBeUndefined();
    expect(best([other("A", { status: "lost" }), other("B", {}, 9_999)])).toBeUndefined();
    expect(best([sampleSnapshot({ terminal: null })])).toBeUndefined();
    expect(best([sampleSnapshot({ terminal: "other_merchant" })])).toBeUndefined();
  });

  it("prefers the same store to more headroom", () => {
    expect(best([other("A"), other("B", { store: "Front" }, 10_000)])).toBe("B");
    expect(best([other("B", { store: "Front" }, 10_000), other("A")])).toBe("B");
  });

  it("prefers more headroom to a lower id; unlimited is the most", () => {
    expect(best([other("A"), other("B", {}, 50_001)])).toBe("B");
    expect(best([other("B", {}, 50_001), other("A")])).toBe("B");
    expect(best([other("A"), other("C", {}, null), other("B")])).toBe("C");
  });

  it("takes the lowest id among equals", () => {
    expect(best([other("B"), other("A"), other("C")])).toBe("A");
    expect(best([other("A"), other("B")])).toBe("A");
  });

  it("knows no store where none is named", () => {
    const parts = { terminal: { store: null } };
    expect(best([other("A"), other("B", { store: null }, 10_000)], parts)).toBe("A");
    expect(best([other("A"), other("B", { store: "Front" })], { terminal: null })).toBe("A");
  });

  it("helps where the terminal asked for is unknown or another merchant's", () => {
    expect(best([other("A")], { terminal: null })).toBe("A");
    expect(best([other("A")], { terminal: "other_merchant" })).toBe("A");
  });

  it("judges by the requirements of the terminal it tries", () => {
    const requirement = {
      code: "terminal_binding",
      terminalId: "A",
      status: "past_due",
      dueAt: null,
      documentExpiresAt: null,
      affects: ["payment_acceptance"],
    } as const;
    const candidates = [other("A"), other("B", {}, 10_000)].map((candidate) => ({
      ...candidate,
      requirements: [requirement],
    }));
    expect(best(candidates)).toBe("B");
  });

  it("tries no more than twenty", () => {
    const lost = Array.from({ length: MAX_CANDIDATES - 1 }, (_, i) =>
      other(`L${i}`, { status: "lost" }),
    );
    expect(best([...lost, other("A")])).toBe("A");
    expect(best([...lost, other("Z", { status: "lost" }), other("A")])).toBeUndefined();
  });
});

describe("mayPassElsewhere", () => {
  const passes = (parts: SampleParts, cardExpiry?: string) =>
    mayPassElsewhere(
      evaluateCheck(
        sampleSnapshot(parts),
        sampleProposal(cardExpiry === undefined ? {} : { cardExpiry }),
        SAMPLE_AT,
      ),
    );
  const outage = { maintenanceWindowId: "m", kind: "outage", startsAt: 0 } as const;
  const degraded = { ...outage, kind: "degraded" } as const;

  it("is false for what holds at every terminal", () => {
    expect(passes({ merchant: null })).toBe(false);
    expect(passes({ merchant: { status: "closed" } })).toBe(false);
    expect(passes({ merchant: { status: "suspended" } })).toBe(false);
    expect(passes({ merchant: { status: "pending" } })).toBe(false);
    expect(passes({}, "2026-10")).toBe(false);
    expect(passes({ maintenance: [{ ...outage, endsAt: SAMPLE_AT + 1 }] })).toBe(false);
    expect(passes({ limits: [sampleLimit({ scope: "merchant", maxAmountMinor: 1 })] })).toBe(false);
  });

  it("is true for what is the terminal's own, and for warnings", () => {
    expect(passes({ terminal: null })).toBe(true);
    expect(passes({ terminal: { status: "lost" } })).toBe(true);
    expect(passes({ terminal: { tradingHours: "01:00-02:00" } })).toBe(true);
    expect(passes({ limits: [sampleLimit({ maxAmountMinor: 1 })] })).toBe(true);
    expect(passes({ limits: [sampleLimit({ scope: "merchant", maxAmountMinor: 10_000 })] })).toBe(
      true,
    );
    expect(passes({ maintenance: [{ ...degraded, endsAt: SAMPLE_AT + 1 }] })).toBe(true);
  });
});

describe("withTerminal", () => {
  const suggestion = { kind: "use_terminal", terminalId: "A" } as const;
  const result = (parts: SampleParts) =>
    evaluateCheck(sampleSnapshot(parts), sampleProposal(), SAMPLE_AT);

  it("puts it before any limit change", () => {
    const declined = result({ limits: [sampleLimit({ maxAmountMinor: 9_000 })] });
    expect(withTerminal(declined, suggestion).suggestions.map(({ kind }) => kind)).toEqual([
      "reduce_amount",
      "use_terminal",
      "request_limit_change",
    ]);
  });

  it("puts it last where there is none", () => {
    const declined = result({ terminal: { tradingHours: "01:00-02:00" } });
    expect(withTerminal(declined, suggestion).suggestions.map(({ kind }) => kind)).toEqual([
      "wait_until",
      "use_terminal",
    ]);
  });

  it("changes nothing when none was found", () => {
    const declined = result({ terminal: { status: "lost" } });
    expect(withTerminal(declined, null)).toBe(declined);
  });
});
