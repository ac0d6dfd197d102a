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

/** What the trail says of one side of a change: a status always with its reason, as when it is set alone. */
function trailOf({ statusReason, ...changed }: Partial<RegisteredMerchant>, known: string | null) {
  return changed.status ? { ...changed, reason: statusReason ?? known } : changed;
}

function changeEntryOf({ before, after, record }: Change) {
  const { statusReason: reason } = record;
  return entryOf(
    record,
    trailOf(before, "statusReason" in before ? null : reason),
    trailOf(after, reason),
  );
}

const newsOf = ({ before, after, record }: Change) =>
  before.status && after.status
    ? [
        {
          merchantId: record.merchantId,
          notification: {
            kind: "merchant_status_changed",
            params: { from: before.status, to: after.status, reason: record.statusReason },
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
    ...changes.map(changeEntryOf),
  ]);
}
