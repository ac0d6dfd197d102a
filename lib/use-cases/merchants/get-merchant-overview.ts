import "server-only";
import type { RequirementState } from "@/lib/domain/compliance";
import type { Instant } from "@/lib/domain/instant";
import type { PendingRequest } from "@/lib/domain/limit-requests/coming-change";
import { type LimitView, viewLimit } from "@/lib/domain/limits/limit-view";
import type { Merchant, SwitchPeriod } from "@/lib/domain/merchants";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listPendingRequests } from "@/lib/data/limit-requests";
import { listLimitIdsFromTemplate } from "@/lib/data/limit-templates";
import { listLimitStates } from "@/lib/data/limits";
import { listSwitchPeriods } from "@/lib/data/merchant-controls";
import { findMerchant } from "@/lib/data/merchants";
import { listTerminals, readRequirements, type RegistryTerminal } from "@/lib/data/terminals";
import { authorize } from "@/lib/use-cases/authorize";

const MOST_TERMINALS = 100;
const MOST_LIMITS = 300;
const ANY = { terminalId: null, scope: null, window: null };

export type MerchantOverview = {
  merchant: Merchant;
  /** Both switches with their history, the newest period first. */
  switches: SwitchPeriod[];
  requirements: RequirementState[];
  terminals: RegistryTerminal[];
  limits: LimitView[];
  /** Ids of the limits that stand as a template filled them in. */
  fromTemplate: string[];
  /** The open request of a limit, by limit id. */
  pending: ReadonlyMap<string, PendingRequest>;
  timeZone: string;
  dueSoonDays: number;
  now: Instant;
};

/** One merchant on one page: status, switches, papers, terminals and limits; null when there is none. */
export async function getMerchantOverview(
  ctx: Ctx,
  merchantId: string,
): Promise<MerchantOverview | null> {
  authorize(ctx, "merchants.read", merchantId);
  const at = ctx.now();
  return withMerchant(ctx, merchantId, async (db) => {
    const merchant = await findMerchant(db, merchantId);
    if (!merchant) return null;
    const settings = await getAcquirerSettings(db);
    const page = { limit: MOST_LIMITS, after: null, at };
    const states = await listLimitStates(db, merchantId, ANY, page);
    const limitIds = states.map(({ limitId }) => limitId);
    const terminalPage = { limit: MOST_TERMINALS, after: null };
    return {
      merchant,
      switches: await listSwitchPeriods(db, merchantId),
      requirements: await readRequirements(db, merchantId),
      terminals: await listTerminals(db, merchantId, terminalPage),
      limits: states.flatMap((state) => viewLimit(state, at.getTime(), settings) ?? []),
      fromTemplate: await listLimitIdsFromTemplate(db, merchantId),
      pending: await listPendingRequests(db, merchantId, limitIds, at),
      ...{ timeZone: settings.timeZone, dueSoonDays: settings.dueSoonDays, now: at.getTime() },
    };
  });
}
