import type { Instant } from "@/lib/domain/instant";
import type { MerchantStatus, SwitchState } from "@/lib/domain/limit-check/snapshot";

export const MERCHANT_STATUSES = ["pending", "active", "suspended", "closed"] as const;
export const MERCHANT_TIERS = ["micro", "individual", "enterprise"] as const;
export type MerchantTier = (typeof MERCHANT_TIERS)[number];

export const MERCHANT_SWITCHES = ["payment_acceptance", "settlement"] as const;
export type MerchantSwitch = (typeof MERCHANT_SWITCHES)[number];

/** A switch over one stretch of time; `until` null = as it stands. */
export type SwitchPeriod = SwitchState & {
  control: MerchantSwitch;
  until: Instant | null;
  changedBy: string;
};

/** A merchant as staff see it. */
export type Merchant = {
  merchantId: string;
  legalName: string;
  tradingName: string;
  mcc: string;
  tier: MerchantTier;
  currency: string;
  timeZone: string;
  status: MerchantStatus;
  statusReason: string | null;
  statusSince: Instant;
  statusBy: string | null;
  riskRating: "low" | "medium" | "high" | null;
  riskRatedAt: Instant | null;
  version: number;
  createdAt: Instant;
};

/** A switch as it stands; one never touched is on since the merchant was registered. */
export function switchNow(
  periods: readonly SwitchPeriod[],
  control: MerchantSwitch,
  registeredAt: Instant,
): SwitchState {
  const present = periods.find((period) => period.control === control && period.until === null);
  return present ?? { enabled: true, reason: null, since: registeredAt };
}

/** A closed merchant stays closed; every other status may follow every other one. */
export const mayBecome = (from: MerchantStatus, to: MerchantStatus): boolean =>
  from !== "closed" && from !== to;

/** A merchant somebody belongs to, to choose among several. */
export type OwnMerchant = { merchantId: string; tradingName: string };
