import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Actor } from "@/lib/domain/access/actor";
import type { Ctx, Db } from "@/lib/data/ctx";
import { database } from "@/lib/data/pool";

const OPTIONS = { maxWait: 2_000, timeout: 10_000 };

const belongsTo = (actor: Actor, merchantId: string): boolean => {
  if (actor.kind === "key") return actor.merchantId === merchantId;
  if (actor.kind === "user") return actor.memberships.some((m) => m.merchantId === merchantId);
  return true;
};

async function inContext<T>(
  settings: { merchantId: string; acquirer: boolean; directory: boolean },
  fn: (db: Db) => Promise<T>,
): Promise<T> {
  return database().prisma.$transaction(async (db) => {
    await db.$queryRaw`select set_config('app.merchant_id', ${settings.merchantId}, true),
      set_config('app.acquirer', ${settings.acquirer ? "on" : "off"}, true),
      set_config('app.directory', ${settings.directory ? "on" : "off"}, true)`;
    return fn(db);
  }, OPTIONS);
}

function join<T>(ctx: Ctx, scope: string, fn: (db: Db) => Promise<T>): Promise<T> | null {
  if (!ctx.open) return null;
  if (ctx.open.scope !== scope) throw new Error("A transaction of another scope is open.");
  return fn(ctx.open.db);
}

/** Runs `fn` in one transaction that sees and changes this merchant's rows only. */
export function withMerchant<T>(
  ctx: Ctx,
  merchantId: string,
  fn: (db: Db) => Promise<T>,
): Promise<T> {
  if (!belongsTo(ctx.actor, merchantId) && !belongsTo(ctx.actor, ACQUIRER)) {
    throw new Error("This actor belongs to another merchant.");
  }
  const joined = join(ctx, merchantId, fn);
  return joined ?? inContext({ merchantId, acquirer: false, directory: false }, fn);
}

/** Runs `fn` in one transaction that sees every merchant; for the acquirer's own people and keys. */
export function withAcquirer<T>(ctx: Ctx, fn: (db: Db) => Promise<T>): Promise<T> {
  if (!belongsTo(ctx.actor, ACQUIRER))
    throw new Error("This actor does not belong to the acquirer.");
  const joined = join(ctx, ACQUIRER, fn);
  return joined ?? inContext({ merchantId: "", acquirer: true, directory: false }, fn);
}

/** Runs `fn` in one transaction that sees people and sessions; for sign-in only. */
export function withDirectory<T>(fn: (db: Db) => Promise<T>): Promise<T> {
  return inContext({ merchantId: "", acquirer: false, directory: true }, fn);
}
