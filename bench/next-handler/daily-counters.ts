import { Prisma } from "@/lib/data/generated/client";
import { windowAt } from "@/lib/domain/business-day";
import type { LimitState } from "@/lib/domain/limits/limit";
import { versionInForce } from "@/lib/domain/limits/version-in-force";
import { prisma } from "./database";
import { toLimit, withVersions } from "./limit-rows";

type Charge = {
  merchantId: string;
  terminalId: string;
  amountMinor: number;
  currency: string;
  now: number;
};

/** A charge with what decides it: the terminal, its daily limits, and where days begin. */
export type DailyCharge = Charge & {
  settings: { timeZone: string; cutOverTime: string };
  terminal: { terminalId: string; store: string | null };
  limits: LimitState[];
};

export type LockedCounter = {
  limitId: string;
  windowStart: Date;
  amountMinor: bigint;
  count: bigint;
};

/** Null when the merchant has no such terminal. */
export async function readDailyCharge(charge: Charge): Promise<DailyCharge | null> {
  const { merchantId, terminalId, currency } = charge;
  const [settings, terminal, rows] = await Promise.all([
    prisma.acquirerSettings.findUniqueOrThrow({
      where: { settingsId: 1 },
      select: { timeZone: true, cutOverTime: true },
    }),
    prisma.terminal.findUnique({
      where: { merchantId_terminalId: { merchantId, terminalId } },
      select: { terminalId: true, store: true },
    }),
    prisma.limit.findMany({
      where: { merchantId, terminalId, window: "daily", currency },
      include: withVersions,
      orderBy: { limitId: "asc" },
    }),
  ]);
  if (!terminal) return null;
  return { ...charge, settings, terminal, limits: rows.map((row) => toLimit(row, [])) };
}

function selectForUpdate(
  tx: Prisma.TransactionClient,
  { merchantId, limits, now }: DailyCharge,
): Promise<LockedCounter[]> {
  const ids = limits.map(({ limitId }) => limitId);
  return tx.$queryRaw<LockedCounter[]>`
    select limit_id as "limitId", window_start as "windowStart",
      used_amount_minor + reserved_amount_minor as "amountMinor",
      used_count + reserved_count as "count"
    from counters
    where merchant_id = ${merchantId} and limit_id = any (${ids})
      and window_start <= ${new Date(now)} and window_end > ${new Date(now)}
    order by limit_id for update`;
}

/** Locks the counters of today's window by their limits; opens those that are not there yet. */
export async function lockCounters(
  tx: Prisma.TransactionClient,
  charge: DailyCharge,
): Promise<Map<string, LockedCounter>> {
  const { merchantId, limits, now, settings } = charge;
  let counters = await selectForUpdate(tx, charge);
  if (counters.length < limits.length) {
    const { start, end } = windowAt("daily", now, settings);
    const window = { windowStart: new Date(start), windowEnd: new Date(end) };
    const data = limits.map(({ limitId }) => ({ merchantId, limitId, ...window }));
    await tx.counter.createMany({ data, skipDuplicates: true });
    counters = await selectForUpdate(tx, charge);
  }
  return new Map(counters.map((counter) => [counter.limitId, counter]));
}

/** Spending exactly the limit is allowed. */
export function exceeds(
  { versions }: LimitState,
  counter: LockedCounter | undefined,
  { amountMinor, now }: DailyCharge,
): boolean {
  const version = versionInForce(versions, now);
  const taken = Number(counter?.amountMinor ?? 0) + amountMinor;
  const count = Number(counter?.count ?? 0) + 1;
  return taken > (version?.maxAmountMinor ?? Infinity) || count > (version?.maxCount ?? Infinity);
}
