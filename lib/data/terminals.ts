import "server-only";
import type { RequirementState } from "@/lib/domain/compliance";
import type { Instant } from "@/lib/domain/instant";
import type { TerminalStatus } from "@/lib/domain/limit-check/snapshot";
import type { CardOrigin, EntryMode, FundingSource } from "@/lib/domain/limits/limit";
import type { Db } from "@/lib/data/ctx";
import { Prisma, type Terminal as TerminalRow } from "@/lib/data/generated/client";

/** A terminal as it is registered. */
export type RegistryTerminal = {
  terminalId: string;
  merchantId: string;
  name: string | null;
  store: string | null;
  serialNumber: string | null;
  model: string | null;
  appVersion: string | null;
  status: TerminalStatus;
  entryModes: EntryMode[];
  fundingSources: FundingSource[];
  cardOrigins: CardOrigin[];
  currencies: string[];
  tradingHours: string | null;
  lastSeenAt: Instant | null;
  version: number;
  createdAt: Instant;
};

const toTerminal = (row: TerminalRow): RegistryTerminal => ({
  ...{ terminalId: row.terminalId, merchantId: row.merchantId, name: row.name, store: row.store },
  ...{ serialNumber: row.serialNumber, model: row.model, appVersion: row.appVersion },
  status: row.status as TerminalStatus,
  entryModes: row.entryModes as EntryMode[],
  fundingSources: row.fundingSources as FundingSource[],
  cardOrigins: row.cardOrigins as CardOrigin[],
  ...{ currencies: row.currencies, tradingHours: row.tradingHours },
  ...{ lastSeenAt: row.lastSeenAt?.getTime() ?? null, version: row.version },
  createdAt: row.createdAt.getTime(),
});

export async function findTerminal(
  db: Db,
  merchantId: string,
  terminalId: string,
): Promise<RegistryTerminal | null> {
  const where = { merchantId_terminalId: { merchantId, terminalId } };
  const row = await db.terminal.findUnique({ where });
  return row && toTerminal(row);
}

/** Sets the status with its reason when the version is still the one seen; false means the race was lost. */
export async function setTerminalStatus(
  db: Db,
  { merchantId, terminalId }: { merchantId: string; terminalId: string },
  seenVersion: number,
  { status, reason, at }: { status: TerminalStatus; reason: string; at: Date },
): Promise<boolean> {
  const { count } = await db.terminal.updateMany({
    where: { merchantId, terminalId, version: seenVersion },
    data: { status, statusReason: reason, statusSince: at, version: { increment: 1 } },
  });
  return count === 1;
}

export type TerminalListKey = { createdAt: Instant; terminalId: string };

/** A merchant's terminals, the newest first; `after` is the last one seen. */
export async function listTerminals(
  db: Db,
  merchantId: string,
  { limit, after }: { limit: number; after: TerminalListKey | null },
): Promise<RegistryTerminal[]> {
  // Compared as one row, which the index answers however many were registered at once.
  const later = after
    ? Prisma.sql`and (t.created_at, t.terminal_id)
        < (${new Date(after.createdAt)}, ${after.terminalId})`
    : Prisma.empty;
  const found = await db.$queryRaw<{ terminalId: string }[]>`
    select t.terminal_id as "terminalId" from terminals t
    where t.merchant_id = ${merchantId} ${later}
    order by t.created_at desc, t.terminal_id desc limit ${limit}`;
  const rows = await db.terminal.findMany({
    where: { merchantId, terminalId: { in: found.map((row) => row.terminalId) } },
    orderBy: [{ createdAt: "desc" }, { terminalId: "desc" }],
  });
  return rows.map(toTerminal);
}

/** What the merchant must keep current, as checks read it. */
export async function readRequirements(db: Db, merchantId: string): Promise<RequirementState[]> {
  const [row] = await db.$queryRaw<[{ requirements: RequirementState[] }]>`
    select requirement_states(${merchantId}) as requirements`;
  return row.requirements;
}
