import "server-only";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/domain/errors";
import type { MerchantSwitch } from "@/lib/domain/merchants";
import { recordAuditEvent } from "@/lib/data/audit-events";
import { nameOf, type Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listSwitchPeriods, setSwitch } from "@/lib/data/merchant-controls";
import { notifyOwners } from "@/lib/data/notifications";
import { authorize } from "@/lib/use-cases/authorize";

export type SwitchChange = {
  control: MerchantSwitch;
  enabled: boolean;
  reason: string;
  /** When the period the person saw began; another one means somebody was faster. */
  seenSince: number;
};

/** Turns payment acceptance or settlement on or off, with the reason people will read. */
export async function setMerchantSwitch(
  ctx: Ctx,
  merchantId: string,
  change: SwitchChange,
): Promise<void> {
  authorize(ctx, "merchants.set_switch", merchantId);
  await withMerchant(ctx, merchantId, async (db) => {
    const periods = await listSwitchPeriods(db, merchantId);
    const present = periods.find((one) => one.control === change.control && one.until === null);
    if (!present) throw new NotFoundError();
    if (present.enabled === change.enabled) {
      const detail = `${change.control} already is ${change.enabled ? "on" : "off"}.`;
      throw new InvalidError([{ pointer: "/enabled", code: "unchanged", detail }]);
    }
    const written = await setSwitch(db, merchantId, {
      ...change,
      seenSince: new Date(change.seenSince),
      by: nameOf(ctx.actor),
      at: ctx.now(),
    });
    if (!written) throw new ConflictError("Somebody else changed this switch; look again.");
    const { control, enabled, reason } = change;
    const params = { control, enabled: enabled ? "on" : "off", reason };
    await notifyOwners(db, merchantId, ctx, { kind: "switch_changed", params, href: "/home" });
    await recordAuditEvent(db, merchantId, ctx, {
      action: "merchant.set_switch",
      subjectKind: "merchant",
      subjectId: merchantId,
      before: { control, enabled: present.enabled, reason: present.reason },
      after: { control, enabled, reason },
    });
  });
}
