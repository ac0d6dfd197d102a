import "server-only";
import type { CutOver } from "@/lib/domain/business-day";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Instant } from "@/lib/domain/instant";
import type { MaintenanceWindow } from "@/lib/domain/maintenance";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { listMaintenanceWindows as readWindows } from "@/lib/data/maintenance-windows";
import { authorize } from "@/lib/use-cases/authorize";

const MOST_PAST = 50;

export type MaintenanceCalendar = Pick<CutOver, "timeZone"> & {
  windows: MaintenanceWindow[];
  now: Instant;
};

/** What runs, what is to come and what was: the latest 50 of the past. */
export async function listMaintenanceWindows(ctx: Ctx): Promise<MaintenanceCalendar> {
  authorize(ctx, "maintenance.read", ACQUIRER);
  const now = ctx.now();
  return withAcquirer(ctx, async (db) => {
    const windows = await readWindows(db, now, MOST_PAST);
    const { timeZone } = await getAcquirerSettings(db);
    return { windows, timeZone, now: now.getTime() };
  });
}
