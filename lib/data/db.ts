import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Actor } from "@/lib/domain/access/actor";
import { UnavailableError } from "@/lib/domain/errors";
import { type Ctx, type Db, modeOf } from "@/lib/data/ctx";
import { database } from "@/lib/data/pool";
import { asUnavailable } from "@/lib/data/unavailable";

const MAX_WAIT_MS = 2_000;
const TIMEOUT_MS = 10_000;

const belongsTo = (actor: Actor, merchantId: string): boolean => {
  if (actor.kind === "key") return actor.merchantId === merchantId;
  if (actor.kind === "user") return actor.memberships.some((m) => m.merchantId === merchantId);
  return true;
};

type Settings = { merchantId: string; acquirer: boolean; directory: boolean };

/** Milliseconds a transaction may take; its caller's deadline decides where there is one. */
function timeLeft(deadlineAt: number | undefined): number {
  if (deadlineAt === undefined) return TIMEOUT_MS;
  const left = deadlineAt - Date.now();
  if (left <= 0) throw new UnavailableError();
  return left;
}

async function enter(db: Db, settings: Settings, statementMs: number): Promise<void> {
  await db.$queryRaw`select set_config('app.merchant_id', ${settings.merchantId}, true),
    set_config('app.acquirer', ${settings.acquirer ? "on" : "off"}, true),
    set_config('app.directory', ${settings.directory ? "on" : "off"}, true),
    set_config('statement_timeout', ${String(Math.ceil(statementMs))}, true)`;
}

async function inContext<T>(
  settings: Settings,
  fn: (db: Db) => Promise<T>,
  ctx: Pick<Ctx, "deadlineAt" | "mode"> = {},
): Promise<T> {
  const { deadlineAt } = ctx;
  const left = timeLeft(deadlineAt);
  const options = { maxWait: deadlineAt === undefined ? MAX_WAIT_MS : left, timeout: left };
  try {
    return await database(modeOf(ctx)).prisma.$transaction(async (db) => {
      await enter(db, settings, timeLeft(deadlineAt));
      const result = await fn(db);
      timeLeft(deadlineAt);
      return result;
    }, options);
  } catch (error) {
    throw asUnavailable(error);
  }
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
  const settings = { merchantId, acquirer: false, directory: false };
  return joined ?? inContext(settings, fn, ctx);
}

/** Runs `fn` in one transaction that sees every merchant; for the acquirer's own people and keys. */
export function withAcquirer<T>(ctx: Ctx, fn: (db: Db) => Promise<T>): Promise<T> {
  if (!belongsTo(ctx.actor, ACQUIRER))
    throw new Error("This actor does not belong to the acquirer.");
  const joined = join(ctx, ACQUIRER, fn);
  const settings = { merchantId: "", acquirer: true, directory: false };
  return joined ?? inContext(settings, fn, ctx);
}

/**
 * Runs `fn` in one transaction that sees people and sessions and changes this merchant's rows only; for
 * what a merchant does with its own people, who may belong elsewhere too.
 */
export function withPeopleOf<T>(
  ctx: Ctx,
  merchantId: string,
  fn: (db: Db) => Promise<T>,
): Promise<T> {
  if (!belongsTo(ctx.actor, merchantId) && !belongsTo(ctx.actor, ACQUIRER)) {
    throw new Error("This actor belongs to another merchant.");
  }
  return inContext({ merchantId, acquirer: false, directory: true }, fn, ctx);
}

/** Runs `fn` in one transaction that sees people and sessions; for sign-in only. */
export function withDirectory<T>(fn: (db: Db) => Promise<T>): Promise<T> {
  return inContext({ merchantId: "", acquirer: false, directory: true }, fn);
}
