import "server-only";
import { type CalendarWindow, type CutOver, windowAt } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { LimitChangeEffect } from "@/lib/domain/limits/limit-change";
import type { LimitIdentity, LimitVersion } from "@/lib/domain/limits/limit";
import { naturalKeyOf } from "@/lib/domain/limits/natural-key";
import { MOST_AHEAD_MS } from "@/lib/domain/transactions/transaction";
import { DAY_MS } from "@/lib/domain/zoned-time";
import { type Ctx, type Db, modeOf } from "@/lib/data/ctx";

/** A limit with every version it ever had; `requestId` is the request a version came from. */
export type LimitHistory = LimitIdentity & {
  naturalKey: string;
  version: number;
  versions: (LimitVersion & { requestId: string | null })[];
};

type HistoryRow = { history: LimitHistory };

/** Takes turns with postings and other changes of this merchant's limits until the transaction ends. */
export async function lockCounting(db: Db, merchantId: string): Promise<void> {
  await db.$executeRaw`select lock_counting(${merchantId})`;
}

export async function findLimitHistory(
  db: Db,
  merchantId: string,
  limitId: string,
): Promise<LimitHistory | null> {
  const [row] = await db.$queryRaw<HistoryRow[]>`
    select limit_history(l) as history from limits l
    where l.merchant_id = ${merchantId} and l.limit_id = ${limitId}`;
  return row?.history ?? null;
}

/** These limits of a merchant in the order of their ids here, with the names of their terminals. */
export async function listLimitHistories(
  db: Db,
  merchantId: string,
  limitIds: readonly string[],
): Promise<(LimitHistory & { terminalName: string | null })[]> {
  const rows = await db.$queryRaw<(HistoryRow & { terminalName: string | null })[]>`
    select limit_history(l::limits) as history, t.name as "terminalName"
    from unnest(${[...limitIds]}::text[]) with ordinality k(id, n)
    join limits l on l.merchant_id = ${merchantId} and l.limit_id = k.id
    left join terminals t on t.merchant_id = l.merchant_id and t.terminal_id = l.terminal_id
    order by k.n`;
  return rows.map(({ history, terminalName }) => ({ ...history, terminalName }));
}

export async function findLimitByNaturalKey(
  db: Db,
  merchantId: string,
  naturalKey: string,
): Promise<LimitHistory | null> {
  const [row] = await db.$queryRaw<HistoryRow[]>`
    select limit_history(l) as history from limits l
    where l.merchant_id = ${merchantId} and l.natural_key = ${naturalKey}`;
  return row?.history ?? null;
}

/** Makes a limit that has no version yet and opens its counters for what was already counted. */
export async function createLimit(
  db: Db,
  merchantId: string,
  limit: LimitIdentity,
  { cutOver, now }: { cutOver: CutOver; now: Instant },
): Promise<LimitHistory> {
  const { filters, ...identity } = limit;
  const naturalKey = naturalKeyOf(limit);
  const { entryModes, fundingSources, cardOrigins, timeFrom, timeTo, daysOfWeek } = filters;
  await db.limit.create({
    data: {
      ...{ ...identity, merchantId, naturalKey, version: 0, timeFrom, timeTo },
      entryModes: [...entryModes],
      fundingSources: [...fundingSources],
      cardOrigins: [...cardOrigins],
      daysOfWeek: [...daysOfWeek],
    },
  });
  if (limit.window !== "per_transaction" && limit.window !== "rolling") {
    const windows = windowsAround(limit.window, cutOver, now);
    await db.$executeRaw`
      select open_counters(${merchantId}, ${limit.limitId}, ${JSON.stringify(windows)}::jsonb)`;
  }
  return { ...limit, naturalKey, version: 0, versions: [] };
}

/**
 * The running window, that of a day ago (a check may look 24 hours back) and that of the latest moment
 * a sale recorded before may have occurred at.
 */
export function windowsAround(window: CalendarWindow, cutOver: CutOver, now: Instant) {
  const moments = [now - DAY_MS, now, now + MOST_AHEAD_MS];
  const found = moments.map((at) => windowAt(window, at, cutOver));
  const starts = new Map(found.map(({ start, end }) => [start, { start, end }]));
  return [...starts.values()];
}

/** Where the values of a version come from. */
export type VersionSource = {
  origin: "import" | "request" | "template" | "operator";
  requestId: string | null;
};

const toDate = (at: Instant | null) => (at === null ? null : new Date(at));

/** Writes a change of a limit; false when another writer changed the limit first. */
export async function setLimitVersion(
  db: Db,
  merchantId: string,
  limit: LimitHistory,
  effect: LimitChangeEffect,
  source: VersionSource,
): Promise<boolean> {
  const { limitId } = limit;
  const { added, ended } = effect;
  const { count } = await db.limit.updateMany({
    where: { merchantId, limitId, version: limit.version },
    data: { version: added.version },
  });
  if (count === 0) return false;
  // Of a changed limit people are told anew how much of it is used.
  await db.counter.updateMany({
    where: { merchantId, limitId, notifiedPercent: { gt: 0 } },
    data: { notifiedPercent: 0 },
  });
  for (const { version, endsAt } of ended) {
    const end = endsAt === null ? { status: "disabled" } : { endsAt: new Date(endsAt) };
    await db.limitVersion.updateMany({ where: { merchantId, limitId, version }, data: end });
  }
  await db.limitVersion.create({
    data: {
      ...{ ...added, merchantId, limitId, ...source },
      startsAt: toDate(added.startsAt),
      endsAt: toDate(added.endsAt),
    },
  });
  return true;
}

/** Takes back the version a request made, as long as it has not begun; in test mode it made none. */
export async function disableVersionOf(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "now" | "mode">,
  { limitId, limitRequestId }: { limitId: string; limitRequestId: string },
): Promise<void> {
  if (modeOf(ctx) === "test") return;
  await db.limitVersion.updateMany({
    where: { merchantId, limitId, requestId: limitRequestId, startsAt: { gt: ctx.now() } },
    data: { status: "disabled" },
  });
}
