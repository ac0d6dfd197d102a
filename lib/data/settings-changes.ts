import "server-only";
import type { ProposedKind, SettingsChange } from "@/lib/domain/settings/settings-change";
import { PROPOSAL_MS } from "@/lib/domain/settings/settings-change";
import type { Db } from "@/lib/data/ctx";
import type { SettingsChange as Row } from "@/lib/data/generated/client";

const toChange = ({ proposedAt, decidedAt, decidedByUserId: _, ...row }: Row): SettingsChange =>
  ({
    ...row,
    proposedAt: proposedAt.getTime(),
    decidedAt: decidedAt?.getTime() ?? null,
  }) as SettingsChange;

const staleAt = (at: Date) => new Date(at.getTime() - PROPOSAL_MS);

/** Keeps a proposal; false when one for the same setting, made within seven days, still waits. */
export async function createSettingsChange(
  db: Db,
  change: Omit<SettingsChange, "state" | "proposedAt" | "decidedByName" | "decidedAt">,
  at: Date,
): Promise<boolean> {
  const { kind, key, changeId, before, after, proposedByUserId, proposedByName } = change;
  await db.settingsChange.updateMany({
    where: { kind, key, state: "proposed", proposedAt: { lte: staleAt(at) } },
    data: { state: "expired", decidedAt: at },
  });
  const count = await db.$executeRaw`
    insert into settings_changes (change_id, kind, key, before, after, proposed_by_user_id,
      proposed_by_name, proposed_at)
    values (${changeId}, ${kind}, ${key}, ${JSON.stringify(before)}::jsonb,
      ${JSON.stringify(after)}::jsonb, ${proposedByUserId}, ${proposedByName}, ${at})
    on conflict do nothing`;
  return count === 1;
}

export async function findSettingsChange(db: Db, changeId: string): Promise<SettingsChange | null> {
  const row = await db.settingsChange.findUnique({ where: { changeId } });
  return row && toChange(row);
}

/** Those that wait, the longest waiting first, then those that are over, the latest first. */
export async function listSettingsChanges(
  db: Db,
  kinds: readonly ProposedKind[],
  at: Date,
  mostOver: number,
): Promise<{ waiting: SettingsChange[]; over: SettingsChange[] }> {
  const kind = { in: [...kinds] };
  const isWaiting = { state: "proposed", proposedAt: { gt: staleAt(at) } };
  const waiting = await db.settingsChange.findMany({
    where: { kind, ...isWaiting },
    orderBy: { proposedAt: "asc" },
  });
  const over = await db.settingsChange.findMany({
    where: { kind, NOT: isWaiting },
    orderBy: { proposedAt: "desc" },
    take: mostOver,
  });
  return { waiting: waiting.map(toChange), over: over.map(toChange) };
}

/** A person's own that wait, then those decided since a moment, the latest first. */
export async function listSettingsChangesBy(
  db: Db,
  userId: string,
  since: Date,
  at: Date,
  most: number,
): Promise<SettingsChange[]> {
  const rows = await db.settingsChange.findMany({
    where: {
      proposedByUserId: userId,
      OR: [
        { state: "proposed", proposedAt: { gt: staleAt(at) } },
        { state: { in: ["confirmed", "declined"] }, decidedAt: { gt: since } },
      ],
    },
    orderBy: [{ decidedAt: { sort: "desc", nulls: "first" } }, { proposedAt: "desc" }],
    take: most,
  });
  return rows.map(toChange);
}

type Outcome = { state: "confirmed" | "declined" | "withdrawn"; userId: string; name: string };

/** Ends the waiting of a proposal; of two who do it at once, one gets true. */
export async function setSettingsChangeDecided(
  db: Db,
  changeId: string,
  { state, userId, name }: Outcome,
  at: Date,
): Promise<boolean> {
  const { count } = await db.settingsChange.updateMany({
    where: { changeId, state: "proposed", proposedAt: { gt: staleAt(at) } },
    data: { state, decidedByUserId: userId, decidedByName: name, decidedAt: at },
  });
  return count === 1;
}
