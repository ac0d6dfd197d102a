import "server-only";
import { NotFoundError } from "@/lib/domain/errors";
import type { LimitIdentity } from "@/lib/domain/limits/limit";
import { naturalKeyOf } from "@/lib/domain/limits/natural-key";
import { newId } from "@/lib/platform/ids";
import type { Db } from "@/lib/data/ctx";
import {
  findLimitByNaturalKey,
  findLimitHistory,
  type LimitHistory,
} from "@/lib/data/limit-versions";

/** The limit a request is about: one that exists, or the description of a new one. */
export type RequestTarget = { limitId: string } | Omit<LimitIdentity, "limitId">;

/** The limit with its versions; one that does not exist yet has none, and the id it will have. */
export async function findRequestTarget(
  db: Db,
  merchantId: string,
  target: RequestTarget,
): Promise<{ limit: LimitHistory; isNew: boolean }> {
  const merchant = await db.merchant.findUnique({ where: { merchantId }, select: { mcc: true } });
  if (!merchant) throw new NotFoundError();
  if ("limitId" in target) {
    const limit = await findLimitHistory(db, merchantId, target.limitId);
    if (!limit) throw new NotFoundError();
    return { limit, isNew: false };
  }
  if (target.terminalId !== null) await requireTerminal(db, merchantId, target.terminalId);
  if (target.store !== null) await requireStore(db, merchantId, target.store);
  const naturalKey = naturalKeyOf(target);
  const existing = await findLimitByNaturalKey(db, merchantId, naturalKey);
  if (existing) return { limit: existing, isNew: false };
  const limitId = newId("lim");
  return { limit: { ...target, limitId, naturalKey, version: 0, versions: [] }, isNew: true };
}

async function requireTerminal(db: Db, merchantId: string, terminalId: string): Promise<void> {
  const where = { merchantId_terminalId: { merchantId, terminalId } };
  const terminal = await db.terminal.findUnique({ where, select: { terminalId: true } });
  if (!terminal) throw new NotFoundError();
}

async function requireStore(db: Db, merchantId: string, store: string): Promise<void> {
  const where = { merchantId_store: { merchantId, store } };
  const found = await db.store.findUnique({ where, select: { store: true } });
  if (!found) throw new NotFoundError();
}
