import { describe, expect, it } from "vitest";
import type { BlockReason, LimitFigures, ReasonSubject } from "@/lib/domain/limit-check/reason";
import { REASON_CODES, type ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import { reasonText } from "@/lib/i18n/reason-text";

const charge = {
  merchantId: "898210154110002",
  terminalId: "00018644",
  amountMinor: 5_200_000,
  currency: "CNY",
};

const limit: LimitFigures = {
  kind: "limit",
  limitId: "lim_1",
  scope: "terminal",
  store: null,
  terminalId: "00018644",
  window: "daily",
  windowSeconds: null,
  measure: "amount",
  currency: "CNY",
  limit: 30_000_000,
  used: 27_000_000,
  reserved: 0,
  remaining: 3_000_000,
  resetsAt: Date.parse("2026-11-25T00:00:00+08:00"),
  assumed: [],
};

function reason(code: ReasonCode, about: ReasonSubject): BlockReason {
  return {
    code,
    severity: "block",
    owner: "acquirer",
    cause: "limit",
    action: "NONE",
    expectedCode: null,
    about,
  };
}

const text = (code: ReasonCode, about: ReasonSubject) =>
  reasonText(reason(code, about), charge, "Asia/Shanghai");

const status = { kind: "status", status: "lost", statusReason: null } as const;
const attribute = { kind: "attribute", value: "credit", enabled: ["debit"] } as const;
const requirement = { kind: "requirement", requirementCode: "pci_saq", deadlineAt: null } as const;
const maintenance = { kind: "maintenance", maintenanceWindowId: "mnt_1", endsAt: 0 } as const;
const ceiling = { kind: "ceiling", currency: "CNY", ceilingMinor: 50_000 } as const;
const ofStore = { ...limit, scope: "store", store: "Terrace" } as const;

const rolling = { ...limit, window: "rolling", windowSeconds: 3_600 } as const;

const SUBJECTS: Partial<Record<ReasonCode, ReasonSubject>> = {
  MERCHANT_CLOSED: status,
  MERCHANT_SUSPENDED: status,
  PAYMENT_ACCEPTANCE_DISABLED: status,
  TERMINAL_INACTIVE: status,
  COMPLIANCE_REQUIREMENT_PAST_DUE: requirement,
  COMPLIANCE_REQUIREMENT_DUE_SOON: requirement,
  CURRENCY_NOT_SUPPORTED: { kind: "currency", currency: "USD", accepted: [] },
  ENTRY_MODE_NOT_ENABLED: attribute,
  FUNDING_SOURCE_NOT_ENABLED: attribute,
  FOREIGN_CARD_NOT_ENABLED: attribute,
  CARD_EXPIRED: { kind: "attribute", value: "2026-10", enabled: [] },
  OUTSIDE_TRADING_HOURS: { kind: "hours", tradingHours: "08:00-22:00" },
  MAINTENANCE_OUTAGE: maintenance,
  MAINTENANCE_WINDOW: maintenance,
  AMOUNT_BELOW_MINIMUM: ofStore,
  PER_TRANSACTION_LIMIT_EXCEEDED: ofStore,
  ROLLING_COUNT_LIMIT_EXCEEDED: rolling,
  ROLLING_AMOUNT_LIMIT_EXCEEDED: rolling,
  DAILY_COUNT_LIMIT_EXCEEDED: ofStore,
  DAILY_AMOUNT_LIMIT_EXCEEDED: ofStore,
  WEEKLY_COUNT_LIMIT_EXCEEDED: ofStore,
  WEEKLY_AMOUNT_LIMIT_EXCEEDED: ofStore,
  MONTHLY_COUNT_LIMIT_EXCEEDED: ofStore,
  MONTHLY_AMOUNT_LIMIT_EXCEEDED: ofStore,
  LIMIT_NEARLY_REACHED: ofStore,
  TERMINAL_CONFIG_MISMATCH: {
    kind: "reported",
    reportedMerchantId: null,
    reportedTerminalId: "00018699",
  },
  STATIC_QR_TIER_CEILING: ceiling,
  NO_PIN_CEILING: ceiling,
};

describe("reasonText", () => {
  it("names the charge, the limit and whose it is", () => {
    const single = {
      ...limit,
      window: "per_transaction",
      limit: 5_000_000,
      resetsAt: null,
    } as const;
    expect(text("PER_TRANSACTION_LIMIT_EXCEEDED", single)).toEqual({
      en: "¥52,000.00 on 00018644 is above the per-charge limit of ¥50,000.00 (terminal limit, set by the acquirer).",
      zh: "终端 00018644 收款 ¥52,000.00，超过单笔限额 ¥50,000.00（终端限额，由收单机构设定）。",
    });
    expect(text("DAILY_AMOUNT_LIMIT_EXCEEDED", { ...limit, scope: "merchant" })).toEqual({
      en: "¥52,000.00 on 00018644 is more than the ¥30,000.00 left of the daily limit of ¥300,000.00 (merchant-wide limit, set by the acquirer); it resets on 25 Nov, 00:00.",
      zh: "终端 00018644 收款 ¥52,000.00，超过单日限额 ¥300,000.00 的剩余额度 ¥30,000.00（商户限额，由收单机构设定），11月25日 00:00 重置。",
    });
  });

  it("says counts as counts", () => {
    const count = { ...limit, measure: "count", limit: 20, used: 20, remaining: 0 } as const;
    expect(text("DAILY_COUNT_LIMIT_EXCEEDED", count).en).toBe(
      "All 20 charges of the day on 00018644 are used up (terminal limit, set by the acquirer); the count starts again on 25 Nov, 00:00.",
    );
  });

  it("says how far the charge goes towards a limit", () => {
    expect(text("LIMIT_NEARLY_REACHED", { ...limit, used: 20_000_000 }).en).toContain(
      "to 84\u00a0%",
    );
  });

  it("says of a rolling limit how long it looks back, and from which minute on more is free", () => {
    const oldest = Date.parse("2026-11-24T10:15:00.001+08:00");
    expect(text("ROLLING_AMOUNT_LIMIT_EXCEEDED", { ...rolling, resetsAt: oldest })).toEqual({
      en: "¥52,000.00 on 00018644 is more than the ¥30,000.00 left of the ¥300,000.00 allowed within 1 hour (terminal limit, set by the acquirer); more is free again on 24 Nov, 10:16.",
      zh: "终端 00018644 收款 ¥52,000.00，超过任意 1 小时内限额 ¥300,000.00 的剩余额度 ¥30,000.00（终端限额，由收单机构设定），11月24日 10:16 起陆续恢复。",
    });
    const unused = { ...rolling, windowSeconds: 172_800, used: 0, resetsAt: null };
    expect(text("ROLLING_AMOUNT_LIMIT_EXCEEDED", unused).en).toContain("within 2 days (terminal");
    expect(text("LIMIT_NEARLY_REACHED", unused)).toEqual({
      en: "This charge takes the 2 days rolling limit of ¥300,000.00 to 17\u00a0% (terminal limit).",
      zh: "本笔之后，终端限额2 天滚动限额 ¥300,000.00 将用到 17%。",
    });
    const minutes = { ...rolling, windowSeconds: 5_400 };
    expect(text("LIMIT_NEARLY_REACHED", minutes).en).toMatch(/90 minutes.*frees up again/);
    expect(text("LIMIT_NEARLY_REACHED", { ...rolling, windowSeconds: 61 }).en).toContain("61 sec");
    expect(text("LIMIT_NEARLY_REACHED", { ...rolling, windowSeconds: 86_400 }).en).toContain(
      "24 hours",
    );
  });

  it("names the requirement and its deadline in the acquirer's zone", () => {
    const deadlineAt = Date.parse("2026-12-03T00:00:00+08:00");
    const about = { kind: "requirement", requirementCode: "business_license", deadlineAt } as const;
    expect(text("COMPLIANCE_REQUIREMENT_DUE_SOON", about)).toEqual({
      en: "The business licence is due by 3 Dec 2026; after that no payments are accepted.",
      zh: "营业执照须在 2026年12月3日 前处理，逾期将不能收款。",
    });
    const other = { ...about, requirementCode: "unheard_of", deadlineAt: null };
    expect(text("COMPLIANCE_REQUIREMENT_PAST_DUE", other).en).toBe(
      "A requirement is past due; no payments are accepted until it is settled.",
    );
  });

  it("gives the reason somebody gave", () => {
    const about = { kind: "status", status: "suspended", statusReason: "Site visit" } as const;
    expect(text("MERCHANT_SUSPENDED", about).en).toBe(
      "The merchant is suspended. Reason given: Site visit",
    );
    expect(text("PAYMENT_ACCEPTANCE_DISABLED", { ...about, status: "pending" }).en).toContain(
      "not been activated",
    );
    expect(text("TERMINAL_INACTIVE", { ...about, status: "lost", statusReason: null }).zh).toBe(
      "终端 00018644 未在使用：遗失。",
    );
  });

  it("names what the terminal takes", () => {
    const about = {
      kind: "attribute",
      value: "qr_static",
      enabled: ["chip", "contactless"],
    } as const;
    expect(text("ENTRY_MODE_NOT_ENABLED", about)).toEqual({
      en: "Terminal 00018644 does not accept Static QR; it accepts Chip, Tap.",
      zh: "终端 00018644 不支持静态码，支持：插卡、挥卡。",
    });
  });

  it.each(REASON_CODES)("has a whole sentence for %s", (code) => {
    const { en, zh } = text(code, SUBJECTS[code] ?? { kind: "none" });
    expect(en).toMatch(/^[^{}]{10,}$/);
    expect(en).not.toContain("reasons.");
    expect(zh).toMatch(/^[^{}]{5,}$/);
    expect(zh).not.toContain("reasons.");
  });
});
