import type {
  ReasonAction,
  ReasonCause,
  ReasonOwner,
  Severity,
} from "@/lib/domain/limit-check/reason";
import type { ReasonCode } from "@/lib/domain/limit-check/reason-codes";

/** What every reason of a code has in common: its weight, whose matter it is, and what to do. */
export type Traits = {
  severity: Severity;
  owner: ReasonOwner;
  cause: ReasonCause;
  action: ReasonAction;
};

function traits(
  severity: Severity,
  owner: ReasonOwner,
  cause: ReasonCause,
  action: ReasonAction,
): Traits {
  return { severity, owner, cause, action };
}

const LIMIT_EXCEEDED = traits("block", "acquirer", "limit", "REQUEST_LIMIT_CHANGE");

export const TRAITS: Record<ReasonCode, Traits> = {
  MERCHANT_NOT_FOUND: traits("block", "acquirer", "merchant", "CONTACT_ACQUIRER"),
  TERMINAL_NOT_FOUND: traits("block", "terminal", "terminal", "FIX_TERMINAL"),
  TERMINAL_MERCHANT_MISMATCH: traits("block", "terminal", "terminal", "FIX_TERMINAL"),
  MERCHANT_CLOSED: traits("block", "acquirer", "merchant", "CONTACT_ACQUIRER"),
  MERCHANT_SUSPENDED: traits("block", "acquirer", "merchant", "CONTACT_ACQUIRER"),
  PAYMENT_ACCEPTANCE_DISABLED: traits("block", "acquirer", "merchant", "CONTACT_ACQUIRER"),
  COMPLIANCE_REQUIREMENT_PAST_DUE: traits(
    "block",
    "merchant",
    "compliance",
    "COMPLETE_REQUIREMENT",
  ),
  TERMINAL_INACTIVE: traits("block", "terminal", "terminal", "USE_OTHER_TERMINAL"),
  TERMINAL_BINDING_INVALID: traits("block", "terminal", "terminal", "FIX_TERMINAL"),
  CURRENCY_NOT_SUPPORTED: traits("block", "terminal", "terminal", "CONTACT_ACQUIRER"),
  ENTRY_MODE_NOT_ENABLED: traits("block", "terminal", "terminal", "USE_OTHER_TERMINAL"),
  FUNDING_SOURCE_NOT_ENABLED: traits("block", "terminal", "terminal", "ASK_OTHER_CARD"),
  FOREIGN_CARD_NOT_ENABLED: traits("block", "terminal", "terminal", "ASK_OTHER_CARD"),
  CARD_EXPIRED: traits("block", "payer", "card", "ASK_OTHER_CARD"),
  OUTSIDE_TRADING_HOURS: traits("block", "merchant", "merchant", "WAIT"),
  MAINTENANCE_OUTAGE: traits("block", "system", "maintenance", "WAIT"),
  AMOUNT_BELOW_MINIMUM: LIMIT_EXCEEDED,
  PER_TRANSACTION_LIMIT_EXCEEDED: LIMIT_EXCEEDED,
  ROLLING_COUNT_LIMIT_EXCEEDED: LIMIT_EXCEEDED,
  ROLLING_AMOUNT_LIMIT_EXCEEDED: LIMIT_EXCEEDED,
  DAILY_COUNT_LIMIT_EXCEEDED: LIMIT_EXCEEDED,
  DAILY_AMOUNT_LIMIT_EXCEEDED: LIMIT_EXCEEDED,
  WEEKLY_COUNT_LIMIT_EXCEEDED: LIMIT_EXCEEDED,
  WEEKLY_AMOUNT_LIMIT_EXCEEDED: LIMIT_EXCEEDED,
  MONTHLY_COUNT_LIMIT_EXCEEDED: LIMIT_EXCEEDED,
  MONTHLY_AMOUNT_LIMIT_EXCEEDED: LIMIT_EXCEEDED,
  MAINTENANCE_WINDOW: traits("warn", "system", "maintenance", "NONE"),
  COMPLIANCE_REQUIREMENT_DUE_SOON: traits("warn", "merchant", "compliance", "COMPLETE_REQUIREMENT"),
  LIMIT_NEARLY_REACHED: traits("warn", "acquirer", "limit", "REQUEST_LIMIT_CHANGE"),
  TERMINAL_CONFIG_MISMATCH: traits("warn", "terminal", "terminal", "FIX_TERMINAL"),
  STATIC_QR_TIER_CEILING: traits("warn", "payer", "limit", "ASK_OTHER_CARD"),
  NO_PIN_CEILING: traits("info", "payer", "limit", "NONE"),
  NO_LIMIT_CONFIGURED: traits("info", "acquirer", "limit", "NONE"),
};
