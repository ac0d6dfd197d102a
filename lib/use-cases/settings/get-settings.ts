import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Instant } from "@/lib/domain/instant";
import {
  type AcquirerSettings,
  type FourEyesThreshold,
  getAcquirerSettings,
  listFourEyesThresholds,
} from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { listMerchantCurrencies } from "@/lib/data/settings-effects";
import { authorize } from "@/lib/use-cases/authorize";

export type SettingsView = {
  settings: AcquirerSettings;
  thresholds: FourEyesThreshold[];
  /** Those merchants have; without a threshold two people always decide. */
  currencies: string[];
  now: Instant;
};

/** The acquirer's own rules as they stand. */
export async function getSettings(ctx: Ctx): Promise<SettingsView> {
  authorize(ctx, "settings.read", ACQUIRER);
  return withAcquirer(ctx, async (db) => ({
    settings: await getAcquirerSettings(db),
    thresholds: await listFourEyesThresholds(db),
    currencies: await listMerchantCurrencies(db),
    now: ctx.now().getTime(),
  }));
}
