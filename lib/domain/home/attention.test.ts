import { describe, expect, it } from "vitest";
import type { RequirementState } from "@/lib/domain/compliance";
import { type AttentionFacts, attentionOf, stopsEveryCharge } from "@/lib/domain/home/attention";
import type { LimitView } from "@/lib/domain/limits/limit-view";
import type { MerchantFrame, TerminalOverview } from "@/lib/domain/terminals/terminal-overview";
import { DAY_MS } from "@/lib/domain/zoned-time";

const now = Date.parse("2026-11-24T10:00:00+08:00");

const frame: MerchantFrame = {
  acquirer: {
    ...{ timeZone: "Asia/Shanghai", cutOverTime: "00:00", profile: "catch_all" },
    ...{ expectedCodes: {}, dueSoonDays: 14, splitAllowed: false },
  },
  merchant: {
    ...{ merchantId: "898210154110002", status: "active", statusReason: null },
    ...{ currency: "CNY", timeZone: "Asia/Shanghai" },
    paymentAcceptance: { enabled: true, reason: null, since: 0 },
  },
  requirements: [],
  amountLimitCurrencies: ["CNY"],
  maintenance: [],
};

const merchant = (change: object): MerchantFrame => ({
  ...frame,
  merchant: { ...frame.merchant!, ...change },
});

const attention = (facts: Partial<AttentionFacts>) =>
  attentionOf({ frame, terminals: [], refusals: [], questions: [], ...facts }, now);

const requirement = (change: Partial<RequirementState>): RequirementState => ({
  code: "business_license",
  terminalId: null,
  status: "currently_due",
  dueAt: now + 9 * DAY_MS,
  documentExpiresAt: null,
  affects: ["payment_acceptance"],
  ...change,
});

const measured = (limitId: string, percent: number, more: Partial<LimitView> = {}) =>
  ({
    ...{ limitId, window: "daily", status: "active", warnPercent: 80, count: null },
    amount: {
      max: 100,
      used: percent,
      reserved: 0,
      remaining: 100 - percent,
      percentUsed: percent,
    },
    ...more,
  }) as LimitView;
const terminal = (...limits: LimitView[]) => ({ limits }) as unknown as TerminalOverview;

describe("attentionOf", () => {
  it("has nothing to say when all is well", () => {
    expect(attention({ terminals: [terminal(measured("a", 79.9))] })).toEqual([]);
    expect(attention({ frame: { ...frame, merchant: null } })).toEqual([]);
  });

  it("names a status that stops payments, or the switch", () => {
    const suspended = merchant({ status: "suspended", statusReason: "Site visit" });
    expect(attention({ frame: suspended })).toMatchObject([
      { kind: "status", severity: "block", status: "suspended", reason: "Site visit" },
    ]);
    const off = merchant({ paymentAcceptance: { enabled: false, reason: null, since: 0 } });
    expect(attention({ frame: off })).toMatchObject([{ kind: "acceptance_off" }]);
  });

  it("warns of what is due soon and blocks on what is past due and stops payments", () => {
    const requirements = [
      requirement({}),
      requirement({ code: "pci_saq", dueAt: now + 15 * DAY_MS }),
      requirement({ code: "settlement_account", dueAt: now, affects: ["settlement"] }),
      requirement({ code: "legal_person_id", dueAt: now }),
    ];
    expect(attention({ frame: { ...frame, requirements } })).toMatchObject([
      { code: "legal_person_id", standing: "past_due", severity: "block" },
      { code: "business_license", standing: "due_soon", severity: "warn" },
      { code: "settlement_account", standing: "past_due", severity: "warn" },
    ]);
  });

  it("tells maintenance that runs or begins within a day", () => {
    const window = (startsAt: number, kind: "degraded" | "outage") => ({
      ...{ maintenanceWindowId: "mnt", kind, startsAt, endsAt: startsAt + 3_600_000 },
    });
    const maintenance = [
      window(now + DAY_MS, "degraded"),
      window(now + DAY_MS + 1, "outage"),
      window(now - 1, "outage"),
      window(now - 3_600_000, "outage"),
    ];
    expect(attention({ frame: { ...frame, maintenance } })).toMatchObject([
      { kind: "maintenance", severity: "block", startsAt: now - 1 },
      { kind: "maintenance", severity: "warn", startsAt: now + DAY_MS },
    ]);
  });

  it("tells each limit at its warn level once, a full one first", () => {
    const shared = measured("shared", 80);
    const full = measured("full", 0, {
      count: { max: 5, used: 5, reserved: 0, remaining: 0, percentUsed: 100 },
    });
    const ignored = [
      measured("single", 100, { window: "per_transaction" }),
      measured("later", 100, { status: "scheduled" }),
      measured("open", 0, { amount: null }),
    ];
    const items = attention({ terminals: [terminal(shared, ...ignored), terminal(shared, full)] });
    expect(items).toMatchObject([
      { severity: "block", percent: 100, limit: { limitId: "full" } },
      { severity: "warn", percent: 80, limit: { limitId: "shared" } },
    ]);
  });

  it("tells of refusals from three on, and of every open question", () => {
    const refusal = { terminalId: "00018645", responseCode: "21", firstAt: now - 60_000 };
    const questions = [{ limitRequestId: "lrq_1", question: "Why?" }];
    const refusals = [
      { ...refusal, count: 3 },
      { ...refusal, count: 2 },
    ];
    expect(attention({ refusals, questions })).toEqual([
      { kind: "question", severity: "warn", ...questions[0] },
      {
        ...{ kind: "refusals", severity: "warn", terminalId: "00018645" },
        ...{ responseCode: "21", count: 3, since: now - 60_000 },
      },
    ]);
  });
});

describe("stopsEveryCharge", () => {
  const isStopped = (change: Partial<MerchantFrame>) =>
    attention({ frame: { ...frame, ...change } }).some(stopsEveryCharge);

  it("is true of a status, the switch, and what is past due for the whole merchant", () => {
    expect(isStopped(merchant({ status: "suspended" }))).toBe(true);
    expect(isStopped({ requirements: [requirement({ dueAt: now })] })).toBe(true);
  });

  it("is false of what is due soon, or past due for one terminal", () => {
    expect(isStopped({ requirements: [requirement({})] })).toBe(false);
    const ofTerminal = requirement({ dueAt: now, terminalId: "00018644" });
    expect(isStopped({ requirements: [ofTerminal] })).toBe(false);
  });
});
