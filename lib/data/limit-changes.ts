import "server-only";
import { ConflictError } from "@/lib/domain/errors";
import {
  changeLimit,
  type LimitChange,
  type LimitChangeEffect,
} from "@/lib/domain/limits/limit-change";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import type { LimitIdentity } from "@/lib/domain/limits/limit";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import { type Ctx, type Db, modeOf } from "@/lib/data/ctx";
import { findLimitRequest, insertRequestEvent, setLimitRequest } from "@/lib/data/limit-requests";
import {
  createLimit,
  type LimitHistory,
  setLimitVersion,
  type VersionSource,
} from "@/lib/data/limit-versions";

/** A raise that a change cut short is over, and so is the request it came from. */
export async function endRequestOf(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "now">,
  { limitRequestId, endsAt }: { limitRequestId: string; endsAt: number | null },
): Promise<void> {
  const now = ctx.now();
  const request = await findLimitRequest(db, merchantId, limitRequestId, now);
  if (!request || request.state === "reverted") return;
  const isOver = endsAt === null || endsAt <= now.getTime();
  const end = { approvedEndsAt: endsAt === null ? now : new Date(endsAt) };
  await setLimitRequest(db, merchantId, request, isOver ? { ...end, state: "reverted" } : end);
  await insertRequestEvent(db, merchantId, limitRequestId, {
    ...{ kind: "ended_early", note: null, occurredAt: now.getTime() },
    ...{ actorName: "system", actorSide: "system" },
  });
}

/**
 * Puts a change into force from its start on, with what it ends; the caller holds the counting lock. The
 * settings are the live ones, so in test mode nothing is put.
 */
export async function applyLimitChange(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "now" | "mode">,
  { limit, change, source }: { limit: LimitHistory; change: LimitChange; source: VersionSource },
): Promise<void> {
  if (modeOf(ctx) === "test") return;
  const effect = changeLimit(limit.versions, change);
  await putLimitChange(db, merchantId, ctx, { limit, effect, source });
}

/** Writes the effect of a change and ends the requests whose raise it cuts short. */
export async function putLimitChange(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "now">,
  put: { limit: LimitHistory; effect: LimitChangeEffect; source: VersionSource },
): Promise<void> {
  const { limit, effect, source } = put;
  const isWritten = await setLimitVersion(db, merchantId, limit, effect, source);
  if (!isWritten) throw new ConflictError("Somebody else has just changed this limit.");
  for (const { version, endsAt } of effect.ended) {
    const { requestId = null } = limit.versions.find((v) => v.version === version) ?? {};
    if (requestId) await endRequestOf(db, merchantId, ctx, { limitRequestId: requestId, endsAt });
  }
}

/** Puts what a request was granted into force; the limit a new one describes is made first. */
export async function applyGrantedChange(
  db: Db,
  merchantId: string,
  ctx: Pick<Ctx, "now">,
  granted: { request: LimitRequest; limit: LimitHistory | null; change: LimitChange },
): Promise<void> {
  const { request, change } = granted;
  const limit =
    granted.limit ??
    (await createLimit(db, merchantId, identityOf(request), {
      cutOver: await getAcquirerSettings(db),
      now: ctx.now().getTime(),
    }));
  const source = { origin: "request", requestId: request.limitRequestId } as const;
  await applyLimitChange(db, merchantId, ctx, { limit, change, source });
}

function identityOf(request: LimitRequest): LimitIdentity {
  const { limitId, scope, store, terminalId, window, windowSeconds, currency, filters } = request;
  return { limitId, scope, store, terminalId, window, windowSeconds, currency, filters };
}
