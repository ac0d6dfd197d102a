import "server-only";
import { readCheckSnapshot } from "@/lib/data/check-snapshots";
import { type Ctx, modeOf } from "@/lib/data/ctx";
import type { CheckSnapshot } from "@/lib/domain/limit-check/snapshot";
import { authorize } from "@/lib/use-cases/authorize";

/**
 * What the browser needs to decide while an amount is typed: what an answer of the API may show, and
 * nothing of another merchant's terminal.
 */
export async function getCheckPreview(
  ctx: Ctx,
  merchantId: string,
  terminalId: string,
): Promise<CheckSnapshot> {
  authorize(ctx, "checks.run", merchantId);
  const at = ctx.now().getTime();
  const { deadlineAt } = ctx;
  const { stamp: _stamp, ...snapshot } = await readCheckSnapshot(merchantId, terminalId, {
    at,
    now: at,
    mode: modeOf(ctx),
    deadlineAt,
  });
  return snapshot.terminal === "other_merchant" ? { ...snapshot, terminal: null } : snapshot;
}
