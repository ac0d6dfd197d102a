import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import { type LimitRequest, requestAt } from "@/lib/domain/limit-requests/limit-request";
import type { RequestState } from "@/lib/domain/limit-requests/request-state";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx, Db } from "@/lib/data/ctx";
import { frozen, requestNotification, setRequestStep } from "@/lib/data/limit-request-steps";
import { notifyOwners, notifyUser } from "@/lib/data/notifications";

const SETTLED = {
  expired: { action: "limit_request.expire", notification: "request_expired" },
  applied: { action: "limit_request.apply", notification: "request_applied" },
  reverted: { action: "limit_request.revert", notification: "request_reverted" },
} as const;

type SettledState = keyof typeof SETTLED;

const isSettled = (state: RequestState): state is SettledState => state in SETTLED;

/** Records what time alone did to a request (its start, its end, its expiry) and tells who asked. */
export async function settleRequest(
  db: Db,
  merchantId: string,
  ctx: Ctx,
  recorded: LimitRequest,
): Promise<boolean> {
  const { questionDays } = await getAcquirerSettings(db);
  const request = requestAt(recorded, ctx.now().getTime(), questionDays);
  const { state } = request;
  if (state === recorded.state || !isSettled(state)) return false;
  const system = { ...ctx, actor: { kind: "system" } } as const;
  const change = {
    ...frozen(request),
    state,
    resolvedAt: recorded.resolvedAt ? undefined : ctx.now(),
  };
  await setRequestStep(db, merchantId, system, request, { kind: state, change });
  const notification = requestNotification(SETTLED[state].notification, request);
  await notifyOwners(db, merchantId, system, notification);
  await notifyMaker(db, merchantId, system, request, notification.kind);
  await recordAuditEvent(db, merchantId, system, {
    action: SETTLED[state].action,
    subjectKind: "limit_request",
    subjectId: request.limitRequestId,
    before: { state: recorded.state },
    after: { state },
  });
  return true;
}

/** Tells an acquirer's person what became of a request they entered; owners are told anyway. */
export async function notifyMaker(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "actor" | "now" | "mode">,
  request: LimitRequest,
  kind: string,
): Promise<void> {
  const { maker, limitRequestId } = request;
  if (maker.side !== "acquirer" || maker.kind !== "user") return;
  if (ctx.actor.kind === "user" && ctx.actor.userId === maker.id) return;
  const href = `/queue/${merchantId}/${limitRequestId}`;
  await notifyUser(db, ACQUIRER, ctx, maker.id, { ...requestNotification(kind, request), href });
}
