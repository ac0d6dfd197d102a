import "server-only";
import type { DecidedRequest } from "@/lib/domain/limit-batches/decided-request";
import { changeLimit } from "@/lib/domain/limits/limit-change";
import { sideOf } from "@/lib/domain/limit-requests/side";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import { type Ctx, type Db, nameOf } from "@/lib/data/ctx";
import { createLimits, type NewLimit } from "@/lib/data/limit-imports";
import { type ManyChange, putLimitChanges } from "@/lib/data/many-limit-changes";
import {
  insertDecisions,
  insertRequestEvents,
  type ManyStep,
  setLimitRequests,
} from "@/lib/data/many-requests";

const CHUNK = 500;

function stepOf({ request, limit, plan }: DecidedRequest, at: Date): ManyStep {
  const { state, approvals, outcome, final } = plan;
  return {
    ...{ request, state, approvals },
    // A limit of the same kind may have been imported since a new one was asked for.
    limitId: limit?.limitId ?? request.limitId,
    resolvedAt: outcome === "first_approval" ? null : at,
    approved: final && {
      ...{ values: final.approved, startsAt: final.change.startsAt, endsAt: final.change.endsAt },
    },
  };
}

function changeOf({ request, limit, plan: { final } }: DecidedRequest): ManyChange[] {
  if (!limit || !final) return [];
  const source = { origin: "request", requestId: request.limitRequestId } as const;
  const effect = changeLimit(limit.versions, final.change);
  return [{ merchantId: request.merchantId, limit, effect, source }];
}

function newLimitOf({ request, limit, plan: { final } }: DecidedRequest): NewLimit[] {
  if (limit || !final) return [];
  const { merchantId, limitId, limitRequestId, scope, store, terminalId } = request;
  const { window, windowSeconds, currency, filters } = request;
  const identity = { limitId, scope, store, terminalId, window, windowSeconds, currency, filters };
  const version = changeLimit([], final.change).added;
  return [{ merchantId, limit: identity, version, requestId: limitRequestId }];
}

async function putChunk(db: Db, ctx: Ctx, chunk: readonly DecidedRequest[], kind: string) {
  const at = ctx.now();
  await setLimitRequests(
    db,
    chunk.map((one) => stepOf(one, at)),
    at,
  );
  const ids = ({ request: { merchantId, limitRequestId } }: DecidedRequest) => ({
    ...{ merchantId, limitRequestId },
  });
  const [actorName, actorSide] = [nameOf(ctx.actor), sideOf(ctx.actor)];
  const events = chunk.map((one) => ({
    ...{ ...ids(one), kind, note: one.plan.decision.note, actorName, actorSide },
    occurredAt: at.getTime(),
  }));
  await insertRequestEvents(db, events);
  await insertDecisions(
    db,
    chunk.map((one) => ({ ...ids(one), decision: one.plan.decision })),
  );
  await putLimitChanges(db, ctx, chunk.flatMap(changeOf));
  const cutOver = await getAcquirerSettings(db);
  await createLimits(db, chunk.flatMap(newLimitOf), { cutOver, now: at.getTime() });
}

/** Records the same person's decision on many requests and puts what it grants into force; locks are held. */
export async function putDecidedRequests(
  db: Db,
  ctx: Ctx,
  decided: readonly DecidedRequest[],
  kind: string,
): Promise<void> {
  for (let done = 0; done < decided.length; done += CHUNK) {
    await putChunk(db, ctx, decided.slice(done, done + CHUNK), kind);
  }
}
