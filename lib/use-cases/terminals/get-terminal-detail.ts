import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listLimitRequests, listPendingRequests } from "@/lib/data/limit-requests";
import { listLimitUse } from "@/lib/data/limit-use";
import { listRefusals, type RefusalGroup } from "@/lib/data/refusals";
import { listOpenReservations } from "@/lib/data/reservations";
import { findTerminalRow, readMerchantFrame } from "@/lib/data/terminal-overviews";
import { concerns, type RequirementState } from "@/lib/domain/compliance";
import { NotFoundError } from "@/lib/domain/errors";
import type { Instant } from "@/lib/domain/instant";
import type { PendingRequest } from "@/lib/domain/limit-requests/coming-change";
import { type LimitRequest, requestAt } from "@/lib/domain/limit-requests/limit-request";
import type { LimitState } from "@/lib/domain/limits/limit";
import type { Reservation } from "@/lib/domain/reservations/reservation";
import type { LimitView } from "@/lib/domain/limits/limit-view";
import { windowUse, type WindowUse } from "@/lib/domain/limits/window-use";
import {
  type MerchantFrame,
  overviewOf,
  type TerminalOverview,
} from "@/lib/domain/terminals/terminal-overview";
import { DAY_MS } from "@/lib/domain/zoned-time";
import { authorize } from "@/lib/use-cases/authorize";

const REFUSAL_DAYS = 30;
// About 90 days of each.
const WINDOWS = { daily: 90, weekly: 13, monthly: 3 };
const FARTHEST_MS = 93 * DAY_MS;
const REQUESTS = 10;
const REFUSALS = 20;
const HOLDS = 50;

/** A limit with what was used of it in each of its windows of the last 90 days or so. */
export type LimitUse = { limit: LimitView; windows: WindowUse[] };

export type TerminalDetail = {
  now: Instant;
  frame: MerchantFrame;
  overview: TerminalOverview;
  requirements: RequirementState[];
  use: LimitUse[];
  pending: ReadonlyMap<string, PendingRequest>;
  requests: LimitRequest[];
  refusals: RefusalGroup[];
  /** The newest open reservations. */
  holds: Reservation[];
};

async function readUse(
  db: Db,
  merchantId: string,
  { limits }: TerminalOverview,
  states: readonly LimitState[],
  [frame, now]: readonly [MerchantFrame, Instant],
): Promise<LimitUse[]> {
  const use: LimitUse[] = [];
  for (const limit of limits) {
    const { window, limitId } = limit;
    if (limit.amount === null || window === "per_transaction" || window === "rolling") continue;
    const versions = states.find((state) => state.limitId === limitId)?.versions ?? [];
    const counters = await listLimitUse(db, merchantId, limitId, new Date(now - FARTHEST_MS));
    const back = { window, count: WINDOWS[window] };
    use.push({ limit, windows: windowUse({ versions, counters }, back, now, frame.acquirer) });
  }
  return use;
}

/** Everything about one terminal that a merchant may want to see or read aloud. */
export async function getTerminalDetail(
  ctx: Ctx,
  merchantId: string,
  terminalId: string,
): Promise<TerminalDetail> {
  authorize(ctx, "terminals.read", merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const at = ctx.now();
    const now = at.getTime();
    const row = await findTerminalRow(db, merchantId, terminalId, at);
    if (!row) throw new NotFoundError();
    const frame = await readMerchantFrame(db, merchantId, at);
    const overview = overviewOf(frame, row.terminal, row.limits, now);
    const limitIds = row.limits.map((limit) => limit.limitId);
    const { questionDays } = await getAcquirerSettings(db);
    const page = { limit: REQUESTS, before: null, limitIds };
    const requests = await listLimitRequests(db, merchantId, page, at);
    const since = new Date(now - REFUSAL_DAYS * DAY_MS);
    return {
      now,
      frame,
      overview,
      requirements: frame.requirements.filter((one) => concerns(one, terminalId)),
      use: await readUse(db, merchantId, overview, row.limits, [frame, now]),
      pending: await listPendingRequests(db, merchantId, limitIds, at),
      requests: requests.slice(0, REQUESTS).map((one) => requestAt(one, now, questionDays)),
      holds: await listOpenReservations(db, merchantId, terminalId, { at, limit: HOLDS }),
      refusals: await listRefusals(db, merchantId, { since, terminalId, most: REFUSALS }),
    };
  });
}
