import "server-only";
import type { CutOver } from "@/lib/domain/business-day";
import type { LimitAct, PlannedLimit } from "@/lib/domain/imports/limit-facts";
import { changeLimit } from "@/lib/domain/limits/limit-change";
import type { Ctx, Db } from "@/lib/data/ctx";
import { createLimits, type NewLimit } from "@/lib/data/limit-imports";
import { type ManyChange, putLimitChanges } from "@/lib/data/many-limit-changes";
import { insertLimitRequests, insertRequestEvents } from "@/lib/data/many-requests";

type DraftAct = Extract<LimitAct, { kind: "draft" }>;
type Context = {
  limitBatchId: string | null;
  cutOver: CutOver;
  /** Hears how many rows are written. */
  tell: (done: number) => void;
};

const CHUNK = 500;

async function putDrafts(db: Db, acts: readonly DraftAct[], limitBatchId: string | null) {
  const requests = acts.map(({ draft: { request } }) => request);
  await insertLimitRequests(
    db,
    requests.map((request) => ({
      request,
      limitBatchId: request.isTightening ? null : limitBatchId,
    })),
  );
  await insertRequestEvents(
    db,
    requests.map(({ merchantId, limitRequestId, isTightening, maker, ...request }) => ({
      ...{ merchantId, limitRequestId, kind: isTightening ? "tightened" : "submitted" },
      ...{ actorName: maker.name, actorSide: maker.side, note: request.justification },
      occurredAt: request.submittedAt,
    })),
  );
}

function changesOf({ act, after: { merchantId } }: PlannedLimit): ManyChange[] {
  if (act.kind === "change") {
    const source = { origin: "import", requestId: null } as const;
    return [{ merchantId, limit: act.limit, effect: act.effect, source }];
  }
  if (act.kind !== "draft" || !act.draft.request.isTightening) return [];
  const { limit, draft } = act;
  const source = { origin: "request", requestId: draft.request.limitRequestId } as const;
  return [{ merchantId, limit, effect: changeLimit(limit.versions, draft.change), source }];
}

const newLimitOf = ({ act, after: { merchantId } }: PlannedLimit): NewLimit[] =>
  act.kind === "create" ? [{ merchantId, limit: act.limit, version: act.version }] : [];

/** Writes planned rows: what tightens is in force, what loosens waits in the batch; locks are held. */
export async function putPlannedLimits(
  db: Db,
  ctx: Ctx,
  rows: readonly PlannedLimit[],
  { limitBatchId, cutOver, tell }: Context,
): Promise<void> {
  for (let done = 0; done < rows.length; done += CHUNK) {
    const chunk = rows.slice(done, done + CHUNK);
    await putDrafts(
      db,
      chunk.flatMap(({ act }) => (act.kind === "draft" ? [act] : [])),
      limitBatchId,
    );
    await putLimitChanges(db, ctx, chunk.flatMap(changesOf));
    await createLimits(db, chunk.flatMap(newLimitOf), { cutOver, now: ctx.now().getTime() });
    tell(done + chunk.length);
  }
}
