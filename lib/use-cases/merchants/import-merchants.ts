import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import {
  changedFields,
  countOutcomes,
  type ImportCounts,
  type RegisteredMerchant,
} from "@/lib/domain/registry";
import { recordAuditEvent } from "@/lib/data/audit-events";
import { nameOf, type Ctx, type Db } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { notifyOwners } from "@/lib/data/notifications";
import { createMerchants, findMerchants, setMerchant } from "@/lib/data/registry";
import { authorize } from "@/lib/use-cases/authorize";

async function update(
  db: Db,
  ctx: Ctx,
  row: RegisteredMerchant,
  existing: RegisteredMerchant,
): Promise<"updated" | "unchanged"> {
  const { merchantId } = row;
  const after = changedFields<RegisteredMerchant>(row, existing);
  if (Object.keys(after).length === 0) return "unchanged";
  await setMerchant(db, merchantId, after, { at: ctx.now(), by: nameOf(ctx.actor) });
  if (after.status) {
    const params = { from: existing.status, to: after.status, reason: null };
    const news = { kind: "merchant_status_changed", params, href: "/home" };
    await notifyOwners(db, merchantId, ctx, news);
  }
  const before = Object.fromEntries(
    Object.keys(after).map((field) => [field, existing[field as keyof RegisteredMerchant]]),
  );
  await recordAuditEvent(db, merchantId, ctx, {
    ...{ action: "merchant.import", subjectKind: "merchant", subjectId: merchantId },
    ...{ before, after },
  });
  return "updated";
}

/**
 * Sets merchants up by MID, all of them or none: new ones with both switches on, known ones as the row
 * says; a row that changes nothing leaves no trace. For the operator: applied directly and audited.
 */
export async function importMerchants(
  ctx: Ctx,
  rows: readonly RegisteredMerchant[],
): Promise<ImportCounts> {
  authorize(ctx, "registry.import", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    const known = await findMerchants(
      db,
      rows.map((row) => row.merchantId),
    );
    const fresh = rows.filter((row) => !known.has(row.merchantId));
    await createMerchants(db, fresh, { at: ctx.now(), by: nameOf(ctx.actor) });
    for (const after of fresh) {
      const { merchantId } = after;
      const subject = { subjectKind: "merchant", subjectId: merchantId };
      await recordAuditEvent(db, merchantId, ctx, { action: "merchant.import", ...subject, after });
    }
    const outcomes: ("created" | "updated" | "unchanged")[] = fresh.map(() => "created");
    for (const row of rows) {
      const existing = known.get(row.merchantId);
      if (existing) outcomes.push(await update(db, ctx, row, existing));
    }
    return countOutcomes(outcomes);
  });
}
