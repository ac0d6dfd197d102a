import "server-only";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listPendingRequests } from "@/lib/data/limit-requests";
import { findMerchant } from "@/lib/data/merchants";
import { listOpenQuestions } from "@/lib/data/open-questions";
import { listRefusals } from "@/lib/data/refusals";
import { countTerminals, listTerminalRows, readMerchantFrame } from "@/lib/data/terminal-overviews";
import { windowAt } from "@/lib/domain/business-day";
import { NotFoundError } from "@/lib/domain/errors";
import { type Attention, attentionOf } from "@/lib/domain/home/attention";
import type { Instant } from "@/lib/domain/instant";
import type { PendingRequest } from "@/lib/domain/limit-requests/coming-change";
import type { Merchant } from "@/lib/domain/merchants";
import {
  type MerchantFrame,
  overviewOf,
  type TerminalOverview,
} from "@/lib/domain/terminals/terminal-overview";
import { authorize } from "@/lib/use-cases/authorize";

/** Terminals shown with their bars; the others are one click away. */
const SHOWN = 12;
/** Terminals looked at for what needs attention. */
const LOOKED_AT = 50;
const COUNTED = 10_000;

export type MerchantHome = {
  now: Instant;
  merchant: Merchant;
  frame: MerchantFrame;
  terminals: TerminalOverview[];
  /** How many terminals are in use; 10,001 stands for more than 10,000. */
  terminalCount: number;
  /** The open request of a limit, by limit id. */
  pending: ReadonlyMap<string, PendingRequest>;
  attention: Attention[];
  /** When the business day ends. */
  dayEndsAt: Instant;
};

const DEPLOYED = { text: null, status: "deployed", store: null } as const;

async function readTerminals(db: Db, merchantId: string, frame: MerchantFrame, at: Date) {
  const page = { sort: "terminal", descending: false, limit: LOOKED_AT, from: null } as const;
  const rows = await listTerminalRows(db, merchantId, DEPLOYED, page, at);
  return rows
    .slice(0, LOOKED_AT)
    .map((row) => overviewOf(frame, row.terminal, row.limits, at.getTime()));
}

/** Can this merchant charge now: what is left on each terminal, and what needs attention. */
export async function getMerchantHome(ctx: Ctx, merchantId: string): Promise<MerchantHome> {
  authorize(ctx, "merchants.read", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const at = ctx.now();
    const now = at.getTime();
    const merchant = await findMerchant(db, merchantId);
    if (!merchant) throw new NotFoundError();
    const frame = await readMerchantFrame(db, merchantId, at);
    const looked = await readTerminals(db, merchantId, frame, at);
    const day = windowAt("daily", now, frame.acquirer);
    const limitIds = [...new Set(looked.flatMap(({ limits }) => limits.map((l) => l.limitId)))];
    const since = new Date(day.start);
    return {
      now,
      merchant,
      frame,
      terminals: looked.slice(0, SHOWN),
      terminalCount: await countTerminals(db, merchantId, DEPLOYED, COUNTED + 1),
      pending: await listPendingRequests(db, merchantId, limitIds, at),
      attention: attentionOf(
        {
          frame,
          terminals: looked,
          refusals: await listRefusals(db, merchantId, { since, most: 10 }),
          questions: await listOpenQuestions(db, merchantId, at),
        },
        now,
      ),
      dayEndsAt: day.end,
    };
  });
}
