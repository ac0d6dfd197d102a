import "server-only";
import type { MerchantSwitch, SwitchPeriod } from "@/lib/domain/merchants";
import { newId } from "@/lib/platform/ids";
import type { Db } from "@/lib/data/ctx";
import type { MerchantControl } from "@/lib/data/generated/client";

const toPeriod = (row: MerchantControl): SwitchPeriod => ({
  control: row.control as MerchantSwitch,
  enabled: row.enabled,
  reason: row.reason,
  since: row.since.getTime(),
  until: row.until?.getTime() ?? null,
  changedBy: row.changedBy,
});

/** Both switches with their history, the newest period first. */
export async function listSwitchPeriods(db: Db, merchantId: string): Promise<SwitchPeriod[]> {
  const rows = await db.merchantControl.findMany({
    where: { merchantId },
    orderBy: [{ since: "desc" }, { controlId: "desc" }],
  });
  return rows.map(toPeriod);
}

/** Ends the present period of a switch, if it still began at `seenSince`, and begins the next one. */
export async function setSwitch(
  db: Db,
  merchantId: string,
  change: {
    control: MerchantSwitch;
    seenSince: Date;
    enabled: boolean;
    reason: string;
    by: string;
    at: Date;
  },
): Promise<boolean> {
  const { control, seenSince, at } = change;
  const { count } = await db.merchantControl.updateMany({
    where: { merchantId, control, until: null, since: seenSince },
    data: { until: at },
  });
  if (count === 0) return false;
  await db.merchantControl.create({
    data: {
      merchantId,
      controlId: newId("ctl"),
      control,
      enabled: change.enabled,
      reason: change.reason,
      since: at,
      changedBy: change.by,
    },
  });
  return true;
}
