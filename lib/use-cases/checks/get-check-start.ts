import "server-only";
import { readCheckSnapshot } from "@/lib/data/check-snapshots";
import { type Ctx, modeOf } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listTerminalChoices } from "@/lib/data/terminal-overviews";
import { TERMINAL_ID_PATTERN } from "@/lib/domain/ids";
import type { CheckSnapshot } from "@/lib/domain/limit-check/snapshot";
import { authorize } from "@/lib/use-cases/authorize";

/** Terminals offered to choose from; with more, the terminal's own page leads to its check. */
const MOST = 500;

export type CheckStart = {
  currency: string;
  terminals: {
    terminalId: string;
    name: string | null;
    store: string | null;
    currencies: readonly string[];
  }[];
  terminalId: string;
  snapshot: CheckSnapshot;
};

/** What the check form begins with: the first wanted terminal that is the merchant's, else its lowest. */
export async function getCheckStart(
  ctx: Ctx,
  merchantId: string,
  wanted: readonly (string | undefined)[],
): Promise<CheckStart | null> {
  authorize(ctx, "checks.run", merchantId);
  const terminals = await withMerchant(ctx, merchantId, (db) =>
    listTerminalChoices(
      db,
      merchantId,
      MOST,
      wanted.filter((id) => id !== undefined).filter((id) => TERMINAL_ID_PATTERN.test(id)),
    ),
  );
  const ids = terminals.map((terminal) => terminal.terminalId);
  const terminalId = wanted.find((id) => id !== undefined && ids.includes(id)) ?? ids[0];
  if (terminalId === undefined) return null;
  const at = ctx.now().getTime();
  const moment = { at, now: at, mode: modeOf(ctx), deadlineAt: ctx.deadlineAt };
  const { stamp: _stamp, ...snapshot } = await readCheckSnapshot(merchantId, terminalId, moment);
  return { currency: snapshot.merchant?.currency ?? "CNY", terminals, terminalId, snapshot };
}
