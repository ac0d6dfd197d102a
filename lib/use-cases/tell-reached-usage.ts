import "server-only";
import { type Ctx, type Db, modeOf } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { notifyOwners } from "@/lib/data/notifications";
import { markReachedUsage, type ReachedUsage } from "@/lib/data/reached-usage";
import { logger } from "@/lib/platform/logger";

const usageNotification = ({ terminalId, ...reached }: ReachedUsage) => ({
  kind: "usage_reached",
  params: { ...reached, terminalId },
  href: terminalId === null ? "/home" : `/terminals/${terminalId}`,
});

/** Tells the owners of each limit of these terminals that newly reached 80, 90 or 100 percent. */
export async function tellReachedUsage(
  db: Db,
  merchantId: string,
  ctx: Ctx,
  terminalIds: readonly string[],
): Promise<void> {
  for (const reached of await markReachedUsage(db, merchantId, terminalIds, ctx.now())) {
    await notifyOwners(db, merchantId, ctx, usageNotification(reached));
  }
}

const SOON_MS = 200;
const due = new Map<string, Set<string>>();

/** The same behind an answer: who waits for it shares one look at the counters. */
export function tellReachedUsageSoon(ctx: Ctx, merchantId: string, terminalId: string): void {
  if (modeOf(ctx) === "test") return;
  const terminals = due.get(merchantId);
  if (terminals) {
    terminals.add(terminalId);
    return;
  }
  const told = new Set([terminalId]);
  due.set(merchantId, told);
  setTimeout(() => {
    due.delete(merchantId);
    const behind = { ...ctx, deadlineAt: undefined, open: undefined };
    withMerchant(behind, merchantId, (db) =>
      tellReachedUsage(db, merchantId, behind, [...told]),
    ).catch((error: unknown) =>
      logger.warn(
        { err: error },
        "owners could not be told what is used; the next charge tries again",
      ),
    );
  }, SOON_MS).unref();
}
