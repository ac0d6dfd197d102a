import "server-only";
import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { LimitIdentity, LimitVersion } from "@/lib/domain/limits/limit";
import { naturalKeyOf } from "@/lib/domain/limits/natural-key";
import type { Db } from "@/lib/data/ctx";
import { type LimitHistory, windowsAround } from "@/lib/data/limit-versions";

/** A limit named by what tells it apart from the others of its merchant. */
export type LimitKey = { merchantId: string; naturalKey: string };

export const limitKeyText = ({ merchantId, naturalKey }: LimitKey) => `${merchantId}|${naturalKey}`;

/** Takes turns with the postings of all these merchants, always in the same order. */
export async function lockCountingOf(db: Db, merchantIds: readonly string[]): Promise<void> {
  const inOrder = [...new Set(merchantIds)].sort();
  await db.$executeRaw`select lock_counting(m) from unnest(${inOrder}::text[]) m`;
}

/** The limits of these keys that exist, by the text of their key; in the acquirer's context. */
export async function findLimitHistories(
  db: Db,
  keys: readonly LimitKey[],
): Promise<Map<string, LimitHistory>> {
  const rows = await db.$queryRaw<{ merchantId: string; history: LimitHistory }[]>`
    select l.merchant_id as "merchantId", limit_history(l) as history
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k("merchantId" text, "naturalKey" text)
    join limits l on l.merchant_id = k."merchantId" and l.natural_key = k."naturalKey"`;
  return new Map(
    rows.map(({ merchantId, history }) => [
      limitKeyText({ merchantId, naturalKey: history.naturalKey }),
      history,
    ]),
  );
}

/** A limit to be made, with its first version. */
export type NewLimit = {
  merchantId: string;
  limit: LimitIdentity;
  version: LimitVersion;
  /** Where its values came from when no request asked for them; an import when left out. */
  origin?: "import" | "template";
  requestId?: string;
};

const toDate = (at: Instant | null) => (at === null ? null : new Date(at));

function limitRow({ merchantId, limit }: NewLimit, now: Instant) {
  const { filters } = limit;
  return {
    ...{ merchant_id: merchantId, limit_id: limit.limitId, natural_key: naturalKeyOf(limit) },
    ...{ scope: limit.scope, store: limit.store, terminal_id: limit.terminalId },
    ...{ window: limit.window, window_seconds: limit.windowSeconds, currency: limit.currency },
    ...{ entry_modes: filters.entryModes, funding_sources: filters.fundingSources },
    ...{ card_origins: filters.cardOrigins, days_of_week: filters.daysOfWeek },
    ...{ time_from: filters.timeFrom, time_to: filters.timeTo },
    ...{ version: 1, created_at: new Date(now) },
  };
}

function versionRow(made: NewLimit, now: Instant) {
  const { merchantId, version, origin = "import", requestId = null } = made;
  const { limitId } = made.limit;
  return {
    ...{ merchant_id: merchantId, limit_id: limitId, version: version.version },
    ...{ kind: version.kind, max_amount_minor: version.maxAmountMinor },
    ...{ max_count: version.maxCount, min_amount_minor: version.minAmountMinor },
    ...{ warn_percent: version.warnPercent, status: version.status },
    ...{ origin: requestId === null ? origin : "request", request_id: requestId },
    ...{ starts_at: toDate(version.startsAt), ends_at: toDate(version.endsAt) },
    created_at: new Date(now),
  };
}

async function openCounters(db: Db, made: readonly NewLimit[], cutOver: CutOver, now: Instant) {
  const opened = made.flatMap(({ merchantId, limit: { limitId, window } }) =>
    window === "per_transaction" || window === "rolling"
      ? []
      : [{ merchantId, limitId, windows: windowsAround(window, cutOver, now) }],
  );
  // The function counts for one merchant; the context of many names each in turn.
  await db.$executeRaw`
    select case when set_config('app.merchant_id', o."merchantId", true) is not null
      then open_counters(o."merchantId", o."limitId", o.windows) end
    from jsonb_to_recordset(${JSON.stringify(opened)}::jsonb)
      as o("merchantId" text, "limitId" text, windows jsonb)`;
  await db.$executeRaw`select set_config('app.merchant_id', '', true)`;
}

/** Makes limits and opens their counters for what was already counted; in the acquirer's context. */
export async function createLimits(
  db: Db,
  made: readonly NewLimit[],
  { cutOver, now }: { cutOver: CutOver; now: Instant },
): Promise<void> {
  const limits = JSON.stringify(made.map((one) => limitRow(one, now)));
  const versions = JSON.stringify(made.map((one) => versionRow(one, now)));
  await db.$executeRaw`
    insert into limits select * from jsonb_populate_recordset(null::limits, ${limits}::jsonb)`;
  await db.$executeRaw`
    insert into limit_versions
    select * from jsonb_populate_recordset(null::limit_versions, ${versions}::jsonb)`;
  await openCounters(db, made, cutOver, now);
}
