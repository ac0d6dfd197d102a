import "server-only";
import type { RecordChange, RegisteredMerchant } from "@/lib/domain/registry";
import { type AuditEntry, recordAuditEvents } from "@/lib/data/audit-events";
import { type Ctx, type Db, nameOf } from "@/lib/data/ctx";
import { notifyOwnersOf } from "@/lib/data/notifications";
import { createMerchants, setMerchants } from "@/lib/data/registry";

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

/** Writes new and changed merchants with their audit events, and tells owners of a changed status. */
export async function putMerchants(
  db: Db,
  ctx: Ctx,
  { fresh, changes }: { fresh: readonly RegisteredMerchant[]; changes: readonly Change[] },
): Promise<void> {
  const by = { at: ctx.now(), by: nameOf(ctx.actor) };
  await createMerchants(db, fresh, by);
  await setMerchants(
    db,
    changes.map(({ record }) => record),
    by,
  );
  await notifyOwnersOf(db, ctx, changes.flatMap(newsOf));
  await recordAuditEvents(db, ctx, [
    ...fresh.map((merchant) => entryOf(merchant, null, merchant)),
    ...changes.map(({ before, after, record }) => entryOf(record, before, after)),
  ]);
}
