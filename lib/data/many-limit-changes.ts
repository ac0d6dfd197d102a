import "server-only";
import { ConflictError } from "@/lib/domain/errors";
import type { Instant } from "@/lib/domain/instant";
import type { LimitChangeEffect } from "@/lib/domain/limits/limit-change";
import type { Ctx, Db } from "@/lib/data/ctx";
import { endRequestOf } from "@/lib/data/limit-changes";
import type { LimitHistory, VersionSource } from "@/lib/data/limit-versions";

/** One change of one limit; the caller holds the counting locks of all their merchants. */
export type ManyChange = {
  merchantId: string;
  limit: LimitHistory;
  effect: LimitChangeEffect;
  source: VersionSource;
};

const toDate = (at: Instant | null) => (at === null ? null : new Date(at));

const limitRow = ({ merchantId, limit, effect }: ManyChange) => ({
  ...{ merchantId, limitId: limit.limitId, seen: limit.version, version: effect.added.version },
});

function versionRow({ merchantId, limit, effect: { added }, source }: ManyChange, now: Date) {
  return {
    ...{ merchant_id: merchantId, limit_id: limit.limitId, version: added.version },
    ...{ kind: added.kind, max_amount_minor: added.maxAmountMinor, max_count: added.maxCount },
    ...{ min_amount_minor: added.minAmountMinor, warn_percent: added.warnPercent },
    ...{ starts_at: toDate(added.startsAt), ends_at: toDate(added.endsAt) },
    ...{ status: added.status, origin: source.origin, request_id: source.requestId },
    created_at: now,
  };
}

async function endVersions(db: Db, changes: readonly ManyChange[]): Promise<void> {
  const ended = changes.flatMap(({ merchantId, limit, effect }) =>
    effect.ended.map(({ version, endsAt }) => ({
      ...{ merchantId, limitId: limit.limitId, version, endsAt: toDate(endsAt) },
    })),
  );
  if (ended.length === 0) return;
  await db.$executeRaw`
    update limit_versions v set ends_at = coalesce(e."endsAt", v.ends_at),
      status = case when e."endsAt" is null then 'disabled' else v.status end
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb)
      as e("merchantId" text, "limitId" text, version int, "endsAt" timestamptz)
    where v.merchant_id = e."merchantId" and v.limit_id = e."limitId" and v.version = e.version`;
}

async function writeVersions(db: Db, changes: readonly ManyChange[], now: Date): Promise<void> {
  const limits = JSON.stringify(changes.map(limitRow));
  const written = await db.$executeRaw`
    update limits l set version = c.version
    from jsonb_to_recordset(${limits}::jsonb)
      as c("merchantId" text, "limitId" text, seen int, version int)
    where l.merchant_id = c."merchantId" and l.limit_id = c."limitId" and l.version = c.seen`;
  if (written < changes.length) throw new ConflictError("Somebody else has just changed a limit.");
  // Of a changed limit people are told anew how much of it is used.
  await db.$executeRaw`
    update counters k set notified_percent = 0
    from jsonb_to_recordset(${limits}::jsonb) as c("merchantId" text, "limitId" text)
    where k.merchant_id = c."merchantId" and k.limit_id = c."limitId" and k.notified_percent > 0`;
  await endVersions(db, changes);
  const versions = JSON.stringify(changes.map((one) => versionRow(one, now)));
  await db.$executeRaw`
    insert into limit_versions
    select * from jsonb_populate_recordset(null::limit_versions, ${versions}::jsonb)`;
}

/** Writes the changes of many limits, each to be changed once, and ends the raises they cut short. */
export async function putLimitChanges(
  db: Db,
  ctx: Pick<Ctx, "now">,
  changes: readonly ManyChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await writeVersions(db, changes, ctx.now());
  for (const { merchantId, limit, effect } of changes) {
    for (const { version, endsAt } of effect.ended) {
      const { requestId = null } = limit.versions.find((one) => one.version === version) ?? {};
      if (requestId) await endRequestOf(db, merchantId, ctx, { limitRequestId: requestId, endsAt });
    }
  }
}
