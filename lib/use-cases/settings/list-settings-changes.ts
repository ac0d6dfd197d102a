import "server-only";
import type { Actor } from "@/lib/domain/access/actor";
import { ACQUIRER } from "@/lib/domain/ids";
import {
  isSameValue,
  mayDecideChange,
  mayWithdrawChange,
  proposalState,
  type ProposedKind,
  type SettingsChange,
  type SettingsChanges,
  type WaitingChange,
} from "@/lib/domain/settings/settings-change";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { listSettingsChanges as readChanges } from "@/lib/data/settings-changes";
import { readSettingsValue } from "@/lib/data/settings-values";
import { authorize } from "@/lib/use-cases/authorize";

const MOST_OVER = 10;

async function asSeenBy(db: Db, actor: Actor, change: SettingsChange): Promise<WaitingChange> {
  return {
    change,
    stands: isSameValue(await readSettingsValue(db, change), change.before),
    mayDecide: mayDecideChange(actor, change),
    mayWithdraw: mayWithdrawChange(actor, change),
  };
}

/** Changes of these kinds that wait for a second person, and the latest that are over. */
export async function listSettingsChanges(
  ctx: Ctx,
  kinds: readonly ProposedKind[],
): Promise<SettingsChanges> {
  authorize(ctx, "settings.read", ACQUIRER);
  const now = ctx.now();
  return withAcquirer(ctx, async (db) => {
    const { waiting, over } = await readChanges(db, kinds, now, MOST_OVER);
    const seen: WaitingChange[] = [];
    for (const change of waiting) seen.push(await asSeenBy(db, ctx.actor, change));
    const state = (change: SettingsChange) => proposalState(change, now.getTime());
    return { waiting: seen, over: over.map((one) => ({ ...one, state: state(one) })) };
  });
}
