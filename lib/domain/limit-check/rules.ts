import type { ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import type { MerchantSnapshot, Rule, TerminalSnapshot } from "@/lib/domain/limit-check/rule";
import { amountBelowMinimum } from "@/lib/domain/limit-check/rules/amount-below-minimum";
import { cardExpired } from "@/lib/domain/limit-check/rules/card-expired";
import { complianceRequirementDueSoon } from "@/lib/domain/limit-check/rules/compliance-requirement-due-soon";
import { complianceRequirementPastDue } from "@/lib/domain/limit-check/rules/compliance-requirement-past-due";
import { currencyNotSupported } from "@/lib/domain/limit-check/rules/currency-not-supported";
import { dailyAmountLimitExceeded } from "@/lib/domain/limit-check/rules/daily-amount-limit-exceeded";
import { dailyCountLimitExceeded } from "@/lib/domain/limit-check/rules/daily-count-limit-exceeded";
import { entryModeNotEnabled } from "@/lib/domain/limit-check/rules/entry-mode-not-enabled";
import { foreignCardNotEnabled } from "@/lib/domain/limit-check/rules/foreign-card-not-enabled";
import { fundingSourceNotEnabled } from "@/lib/domain/limit-check/rules/funding-source-not-enabled";
import { limitNearlyReached } from "@/lib/domain/limit-check/rules/limit-nearly-reached";
import { maintenanceOutage } from "@/lib/domain/limit-check/rules/maintenance-outage";
import { maintenanceWindow } from "@/lib/domain/limit-check/rules/maintenance-window";
import { merchantClosed } from "@/lib/domain/limit-check/rules/merchant-closed";
import { merchantNotFound } from "@/lib/domain/limit-check/rules/merchant-not-found";
import { merchantSuspended } from "@/lib/domain/limit-check/rules/merchant-suspended";
import { monthlyAmountLimitExceeded } from "@/lib/domain/limit-check/rules/monthly-amount-limit-exceeded";
import { monthlyCountLimitExceeded } from "@/lib/domain/limit-check/rules/monthly-count-limit-exceeded";
import { noLimitConfigured } from "@/lib/domain/limit-check/rules/no-limit-configured";
import { noPinCeiling } from "@/lib/domain/limit-check/rules/no-pin-ceiling";
import { outsideTradingHours } from "@/lib/domain/limit-check/rules/outside-trading-hours";
import { paymentAcceptanceDisabled } from "@/lib/domain/limit-check/rules/payment-acceptance-disabled";
import { perTransactionLimitExceeded } from "@/lib/domain/limit-check/rules/per-transaction-limit-exceeded";
import { rollingAmountLimitExceeded } from "@/lib/domain/limit-check/rules/rolling-amount-limit-exceeded";
import { rollingCountLimitExceeded } from "@/lib/domain/limit-check/rules/rolling-count-limit-exceeded";
import { staticQrTierCeiling } from "@/lib/domain/limit-check/rules/static-qr-tier-ceiling";
import { terminalBindingInvalid } from "@/lib/domain/limit-check/rules/terminal-binding-invalid";
import { terminalConfigMismatch } from "@/lib/domain/limit-check/rules/terminal-config-mismatch";
import { terminalInactive } from "@/lib/domain/limit-check/rules/terminal-inactive";
import { terminalMerchantMismatch } from "@/lib/domain/limit-check/rules/terminal-merchant-mismatch";
import { terminalNotFound } from "@/lib/domain/limit-check/rules/terminal-not-found";
import { weeklyAmountLimitExceeded } from "@/lib/domain/limit-check/rules/weekly-amount-limit-exceeded";
import { weeklyCountLimitExceeded } from "@/lib/domain/limit-check/rules/weekly-count-limit-exceeded";

type RuleSet<R> = Partial<Record<ReasonCode, R>>;

/** Who is asking to charge, and where: answered even when one of them is unknown. */
export const IDENTITY_RULES = {
  MERCHANT_NOT_FOUND: merchantNotFound,
  TERMINAL_NOT_FOUND: terminalNotFound,
  TERMINAL_MERCHANT_MISMATCH: terminalMerchantMismatch,
} satisfies RuleSet<Rule>;

/** The merchant's own state: answered also when the terminal is unknown. */
export const MERCHANT_RULES = {
  MERCHANT_CLOSED: merchantClosed,
  MERCHANT_SUSPENDED: merchantSuspended,
  PAYMENT_ACCEPTANCE_DISABLED: paymentAcceptanceDisabled,
  COMPLIANCE_REQUIREMENT_PAST_DUE: complianceRequirementPastDue,
  COMPLIANCE_REQUIREMENT_DUE_SOON: complianceRequirementDueSoon,
} satisfies RuleSet<Rule<MerchantSnapshot>>;

/** Everything that needs the terminal. */
const TERMINAL_RULES = {
  TERMINAL_INACTIVE: terminalInactive,
  TERMINAL_BINDING_INVALID: terminalBindingInvalid,
  CURRENCY_NOT_SUPPORTED: currencyNotSupported,
  ENTRY_MODE_NOT_ENABLED: entryModeNotEnabled,
  FUNDING_SOURCE_NOT_ENABLED: fundingSourceNotEnabled,
  FOREIGN_CARD_NOT_ENABLED: foreignCardNotEnabled,
  CARD_EXPIRED: cardExpired,
  OUTSIDE_TRADING_HOURS: outsideTradingHours,
  MAINTENANCE_OUTAGE: maintenanceOutage,
  AMOUNT_BELOW_MINIMUM: amountBelowMinimum,
  PER_TRANSACTION_LIMIT_EXCEEDED: perTransactionLimitExceeded,
  ROLLING_COUNT_LIMIT_EXCEEDED: rollingCountLimitExceeded,
  ROLLING_AMOUNT_LIMIT_EXCEEDED: rollingAmountLimitExceeded,
  DAILY_COUNT_LIMIT_EXCEEDED: dailyCountLimitExceeded,
  DAILY_AMOUNT_LIMIT_EXCEEDED: dailyAmountLimitExceeded,
  WEEKLY_COUNT_LIMIT_EXCEEDED: weeklyCountLimitExceeded,
  WEEKLY_AMOUNT_LIMIT_EXCEEDED: weeklyAmountLimitExceeded,
  MONTHLY_COUNT_LIMIT_EXCEEDED: monthlyCountLimitExceeded,
  MONTHLY_AMOUNT_LIMIT_EXCEEDED: monthlyAmountLimitExceeded,
  MAINTENANCE_WINDOW: maintenanceWindow,
  LIMIT_NEARLY_REACHED: limitNearlyReached,
  TERMINAL_CONFIG_MISMATCH: terminalConfigMismatch,
  STATIC_QR_TIER_CEILING: staticQrTierCeiling,
  NO_PIN_CEILING: noPinCeiling,
  NO_LIMIT_CONFIGURED: noLimitConfigured,
} satisfies RuleSet<Rule<TerminalSnapshot>>;

/** Every reason has its rule: a code without one does not compile. */
export const RULES = {
  ...IDENTITY_RULES,
  ...MERCHANT_RULES,
  ...TERMINAL_RULES,
} satisfies Record<ReasonCode, Rule<TerminalSnapshot>>;
