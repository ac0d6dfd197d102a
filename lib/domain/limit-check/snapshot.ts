import type { RequirementState } from "@/lib/domain/compliance";
import type { Instant } from "@/lib/domain/instant";
import type { ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import type { CardOrigin, EntryMode, FundingSource, LimitState } from "@/lib/domain/limits/limit";

export type MerchantStatus = "pending" | "active" | "suspended" | "closed";
export type TerminalStatus = "inventory" | "deployed" | "inactive" | "lost" | "retired";

/** The acquirer's rules a check depends on. `cutOverTime` is HH:MM in `timeZone`. */
export type AcquirerRules = {
  timeZone: string;
  cutOverTime: string;
  profile: string;
  expectedCodes: Partial<Record<ReasonCode, string>>;
  dueSoonDays: number;
  splitAllowed: boolean;
};

export type SwitchState = { enabled: boolean; reason: string | null; since: Instant };

export type MerchantState = {
  merchantId: string;
  status: MerchantStatus;
  statusReason: string | null;
  currency: string;
  timeZone: string;
  paymentAcceptance: SwitchState;
};

/** Empty lists mean all; `tradingHours` is HH:MM-HH:MM in the merchant's zone or null for always. */
export type TerminalState = {
  terminalId: string;
  store: string | null;
  status: TerminalStatus;
  serialNumber: string | null;
  bindingValid: boolean;
  entryModes: readonly EntryMode[];
  fundingSources: readonly FundingSource[];
  cardOrigins: readonly CardOrigin[];
  currencies: readonly string[];
  tradingHours: string | null;
  reportedMerchantId: string | null;
  reportedTerminalId: string | null;
  lastSeenAt: Instant | null;
};

export type MaintenanceState = {
  maintenanceWindowId: string;
  kind: "degraded" | "outage";
  startsAt: Instant;
  endsAt: Instant;
};

/** Everything a check reads, in one value; plain data, so that the browser can hold it too. */
export type CheckSnapshot = {
  acquirer: AcquirerRules;
  merchant: MerchantState | null;
  /** `other_merchant`: the terminal id is registered, but not for this merchant. */
  terminal: TerminalState | "other_merchant" | null;
  requirements: readonly RequirementState[];
  /** Every limit of the merchant that applies to the terminal. */
  limits: readonly LimitState[];
  /** Currencies in which any limit of the merchant, on whatever scope, limits amounts at the moment. */
  amountLimitCurrencies: readonly string[];
  maintenance: readonly MaintenanceState[];
};

/** Everything about a charge but its amount; one left out matches every filter. `cardExpiry` is YYYY-MM. */
export type Attributes = {
  terminalId: string;
  currency: string;
  entryMode?: EntryMode;
  fundingSource?: FundingSource;
  cardOrigin?: CardOrigin;
  cardExpiry?: string;
};

/** The charge asked about, in minor units of its currency. */
export type Proposal = Attributes & { amountMinor: number };
