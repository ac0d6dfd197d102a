import "server-only";
import { ConflictError, InvalidError, NotFoundError } from "@/lib/domain/errors";
import type { MerchantStatus } from "@/lib/domain/limit-check/snapshot";
import { mayBecome } from "@/lib/domain/merchants";
import { recordAuditEvent } from "@/lib/data/audit-events";
import { nameOf, type Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { findMerchant, setMerchantStatus as writeStatus } from "@/lib/data/merchants";
import { notifyOwners } from "@/lib/data/notifications";
import { authorize } from "@/lib/use-cases/authorize";

export type StatusChange = { status: MerchantStatus; reason: string; seenVersion: number };

/** Changes a merchant's status; its switches stay as they are, and its owners are told. */
export async function setMerchantStatus(
  ctx: Ctx,
  merchantId: string,
  change: StatusChange,
): Promise<void> {
  authorize(ctx, "merchants.set_status", merchantId);
  await withMerchant(ctx, merchantId, async (db) => {
    const merchant = await findMerchant(db, merchantId);
    if (!merchant) throw new NotFoundError();
    if (!mayBecome(merchant.status, change.status)) {
      const detail = `A merchant that is ${merchant.status} cannot become ${change.status}.`;
      throw new InvalidError([{ pointer: "/status", code: "not_allowed", detail }]);
    }
    const { status, reason } = change;
    const entry = { status, reason, by: nameOf(ctx.actor), at: ctx.now() };
    const written = await writeStatus(db, merchantId, change.seenVersion, entry);
    if (!written) throw new ConflictError("Somebody else changed this merchant; look again.");
    const params = { from: merchant.status, to: status, reason };
    await notifyOwners(db, merchantId, ctx, {
      kind: "merchant_status_changed",
      params,
      href: "/home",
    });
    await recordAuditEvent(db, merchantId, ctx, {
      action: "merchant.set_status",
      subjectKind: "merchant",
      subjectId: merchantId,
      before: { status: merchant.status, reason: merchant.statusReason },
      after: { status, reason },
    });
  });
}
