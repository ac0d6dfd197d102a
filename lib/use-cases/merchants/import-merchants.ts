import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import {
  changeOf,
  type ImportCounts,
  type ImportOptions,
  ImportRefused,
  type MerchantRow,
  type RecordChange,
  type RegisteredMerchant,
} from "@/lib/domain/registry";
import { type AuditEntry, recordAuditEvents } from "@/lib/data/audit-events";
import { nameOf, type Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { notifyOwnersOf } from "@/lib/data/notifications";
import { createMerchants, findMerchants, setMerchants } from "@/lib/data/registry";
import { authorize } from "@/lib/use-cases/authorize";

type Change = RecordChange<RegisteredMerchant>;

const entryOf = (
  { merchantId }: RegisteredMerchant,
  before: object | null,
  after: object,
): AuditEntry & { merchantId: string } => ({
  ...{ merchantId, action: "merchant.import", subjectKind: "merchant", subjectId: merchantId },
  ...{ before, after },
});

const newsOf = ({ before, after, record: { merchantId } }: Change) =>
  before.status && after.status
    ? [
        {
          merchantId,
          notification: {
            kind: "merchant_status_changed",
            params: { from: before.status, to: after.status, reason: null },
            href: "/home",
          },
        },
      ]
    : [];

/**
 * Sets merchants up by MID, all of them or none: new ones with both switches on, known ones as the row
 * says; a row that changes nothing leaves no trace. For the operator: applied directly and audited.
 */
export async function importMerchants(
  ctx: Ctx,
  rows: readonly MerchantRow[],
  { checkOnly = false }: ImportOptions = {},
): Promise<ImportCounts> {
  authorize(ctx, "registry.import", ACQUIRER);
  if (checkOnly) throw new ImportRefused([]);
  return withAcquirer(ctx, async (db) => {
    const merchantIds = rows.map((row) => row.merchantId);
    const known = await findMerchants(db, merchantIds);
    const fresh = rows
      .filter((row) => !known.has(row.merchantId))
      .map((row) => ({ ...row, tradingName: row.tradingName ?? row.legalName }));
    const changes = rows.flatMap((row) => {
      const merchant = known.get(row.merchantId);
      return (merchant && changeOf<RegisteredMerchant>(row, merchant)) ?? [];
    });
    const by = { at: ctx.now(), by: nameOf(ctx.actor) };
    const changed = changes.map(({ record }) => record);
    await createMerchants(db, fresh, by);
    await setMerchants(db, changed, by);
    await notifyOwnersOf(db, ctx, changes.flatMap(newsOf));
    await recordAuditEvents(db, ctx, [
      ...fresh.map((merchant) => entryOf(merchant, null, merchant)),
      ...changes.map(({ before, after, record }) => entryOf(record, before, after)),
    ]);
    const unchanged = rows.length - fresh.length - changes.length;
    return { created: fresh.length, updated: changes.length, unchanged };
  });
}
