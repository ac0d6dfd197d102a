import "server-only";
import { type ComplianceStatus, overallCompliance, standingOf } from "@/lib/domain/compliance";
import { NotFoundError } from "@/lib/domain/errors";
import type { Instant } from "@/lib/domain/instant";
import type { SwitchState } from "@/lib/domain/limit-check/snapshot";
import {
  type Merchant,
  type MerchantSwitch,
  type SwitchPeriod,
  switchNow,
} from "@/lib/domain/merchants";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listSwitchPeriods } from "@/lib/data/merchant-controls";
import { findMerchant } from "@/lib/data/merchants";
import { listRequirements, type Requirement } from "@/lib/data/requirements";
import { authorize } from "@/lib/use-cases/authorize";

export type Compliance = {
  /** Both switches as they stand. */
  switches: Readonly<Record<MerchantSwitch, SwitchState>>;
  /** Both switches with their history, the newest period first. */
  periods: SwitchPeriod[];
  merchant: Merchant;
  status: ComplianceStatus;
  /** A deadline that has passed shows as past due, whatever was last recorded. */
  requirements: Requirement[];
  timeZone: string;
  dueSoonDays: number;
  now: Instant;
};

/** What a merchant must keep current and what is switched off, as it stands now. */
export async function getCompliance(ctx: Ctx, merchantId: string): Promise<Compliance> {
  authorize(ctx, "compliance.read", merchantId);
  const now = ctx.now().getTime();
  return withMerchant(ctx, merchantId, async (db) => {
    const merchant = await findMerchant(db, merchantId);
    if (!merchant) throw new NotFoundError();
    const { dueSoonDays, timeZone } = await getAcquirerSettings(db);
    const recorded = await listRequirements(db, merchantId);
    const requirements = recorded.map((one): Requirement => {
      const isPastDue = standingOf(one, now, dueSoonDays) === "past_due";
      return isPastDue ? { ...one, status: "past_due" } : one;
    });
    const periods = await listSwitchPeriods(db, merchantId);
    return {
      switches: {
        payment_acceptance: switchNow(periods, "payment_acceptance", merchant.createdAt),
        settlement: switchNow(periods, "settlement", merchant.createdAt),
      },
      status: overallCompliance(recorded, now, dueSoonDays),
      ...{ requirements, periods, merchant, timeZone, dueSoonDays, now },
    };
  });
}
