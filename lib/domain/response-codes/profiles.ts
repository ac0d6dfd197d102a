import { REASON_CODES, type ReasonCode } from "@/lib/domain/limit-check/reason-codes";

export const PROFILE_IDS = ["catch_all", "unionpay_v21", "unionpay_v20", "iso8583_1987"] as const;
export type ProfileId = (typeof PROFILE_IDS)[number];

/** The bare "transaction failed" a check explains. */
export const BARE_FAILURE_CODE = "21";

/** Which response code a terminal shows for an internal reason; a reason left out shows none. */
export type ReasonMap = Partial<Record<ReasonCode, string>>;

const FIRST_WARNING = REASON_CODES.indexOf("MAINTENANCE_WINDOW");
const CATCH_ALL: ReasonMap = Object.fromEntries(
  REASON_CODES.slice(0, FIRST_WARNING).map((code) => [code, BARE_FAILURE_CODE]),
);

const UNIONPAY: ReasonMap = {
  MERCHANT_NOT_FOUND: "03",
  TERMINAL_NOT_FOUND: "97",
  TERMINAL_MERCHANT_MISMATCH: "97",
  MERCHANT_CLOSED: "03",
  MERCHANT_SUSPENDED: "03",
  PAYMENT_ACCEPTANCE_DISABLED: "03",
  COMPLIANCE_REQUIREMENT_PAST_DUE: "03",
  TERMINAL_INACTIVE: "58",
  TERMINAL_BINDING_INVALID: "58",
  CURRENCY_NOT_SUPPORTED: "13",
  ENTRY_MODE_NOT_ENABLED: "58",
  FUNDING_SOURCE_NOT_ENABLED: "57",
  FOREIGN_CARD_NOT_ENABLED: "57",
  CARD_EXPIRED: "54",
  OUTSIDE_TRADING_HOURS: "58",
  MAINTENANCE_OUTAGE: "96",
  AMOUNT_BELOW_MINIMUM: "13",
  PER_TRANSACTION_LIMIT_EXCEEDED: "61",
  ROLLING_COUNT_LIMIT_EXCEEDED: "61",
  ROLLING_AMOUNT_LIMIT_EXCEEDED: "61",
  DAILY_COUNT_LIMIT_EXCEEDED: "61",
  DAILY_AMOUNT_LIMIT_EXCEEDED: "61",
  WEEKLY_COUNT_LIMIT_EXCEEDED: "61",
  WEEKLY_AMOUNT_LIMIT_EXCEEDED: "61",
  MONTHLY_COUNT_LIMIT_EXCEEDED: "61",
  MONTHLY_AMOUNT_LIMIT_EXCEEDED: "61",
  MAINTENANCE_WINDOW: "96",
};

/** The maps each profile is shipped with; an acquirer may edit its own. */
export const DEFAULT_REASON_MAPS: Record<ProfileId, ReasonMap> = {
  catch_all: CATCH_ALL,
  unionpay_v21: UNIONPAY,
  unionpay_v20: UNIONPAY,
  iso8583_1987: {
    ...UNIONPAY,
    TERMINAL_NOT_FOUND: "58",
    TERMINAL_MERCHANT_MISMATCH: "58",
    ROLLING_COUNT_LIMIT_EXCEEDED: "65",
    DAILY_COUNT_LIMIT_EXCEEDED: "65",
    WEEKLY_COUNT_LIMIT_EXCEEDED: "65",
    MONTHLY_COUNT_LIMIT_EXCEEDED: "65",
  },
};
