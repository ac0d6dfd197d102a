import "server-only";
import { recordAuditEvent, recordAuditEvents } from "@/lib/data/audit-events";
import { listBatchMerchantIds, listUndecidedOfBatch } from "@/lib/data/batch-requests";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { findLimitBatch, setLimitBatch } from "@/lib/data/limit-batches";
import { lockCountingOf } from "@/lib/data/limit-imports";
import { insertRequestEvents, setLimitRequests } from "@/lib/data/many-requests";
import { notifyOwnersOf } from "@/lib/data/notifications";
import { nameOf } from "@/lib/data/ctx";
import { ConflictError, NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { batchNews } from "@/lib/domain/limit-batches/batch-news";
import { batchAt } from "@/lib/domain/limit-batches/limit-batch";
import { requireMove } from "@/lib/domain/limit-requests/require-move";
import { authorize } from "@/lib/use-cases/authorize";
import { deadline } from "@/lib/use-cases/import-stamp";

/** Takes a batch back with all of its requests; one that is decided stays as it is. */
export async function withdrawLimitBatch(ctx: Ctx, limitBatchId: string): Promise<void> {
  authorize(ctx, "imports.apply", ACQUIRER);
  return withAcquirer({ ...ctx, ...deadline() }, async (db) => {
    const found = await findLimitBatch(db, limitBatchId);
    if (!found) throw new NotFoundError();
    const at = ctx.now();
    const batch = batchAt(found, at.getTime());
    const state = requireMove(batch.state, "withdraw");
    const isFirst = await setLimitBatch(db, batch, { state, resolvedAt: at });
    if (!isFirst) throw new ConflictError("Somebody else has just decided about this import.");
    await lockCountingOf(db, await listBatchMerchantIds(db, limitBatchId));
    const requests = await listUndecidedOfBatch(db, limitBatchId, at);
    const steps = requests.map((request) => ({
      ...{ request, state, approvals: request.approvals, limitId: request.limitId },
      ...{ resolvedAt: at, approved: null },
    }));
    await setLimitRequests(db, steps, at);
    const event = { kind: "withdrawn", note: null, actorName: nameOf(ctx.actor) };
    await insertRequestEvents(
      db,
      requests.map(({ merchantId, limitRequestId }) => ({
        ...{ ...event, merchantId, limitRequestId, actorSide: "acquirer" as const },
        occurredAt: at.getTime(),
      })),
    );
    await notifyOwnersOf(
      db,
      ctx,
      batchNews(
        requests.map((request) => ({ request })),
        state,
      ),
    );
    const subject = { action: "limit_request.withdraw", subjectKind: "limit_request" } as const;
    const entries = requests.map(({ merchantId, limitRequestId, ...request }) => ({
      ...{ ...subject, merchantId, subjectId: limitRequestId },
      ...{ before: { state: request.state }, after: { state } },
    }));
    await recordAuditEvents(db, ctx, entries);
    await recordAuditEvent(db, ACQUIRER, ctx, {
      ...{ action: "limit_batch.withdraw", subjectKind: "limit_batch", subjectId: limitBatchId },
      ...{ before: { state: batch.state }, after: { state } },
    });
  });
}
