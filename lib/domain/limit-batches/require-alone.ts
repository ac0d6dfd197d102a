import { ConflictError } from "@/lib/domain/errors";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";
import { isUndecided } from "@/lib/domain/limit-requests/request-state";

/** Whether a request waits inside a batch, which is decided as a whole. */
export function isInBatch({
  limitBatchId,
  state,
}: Pick<LimitRequest, "limitBatchId" | "state">): boolean {
  return limitBatchId !== null && isUndecided(state);
}

/** Throws when a request waits inside a batch: one of them alone is neither claimed, decided nor withdrawn. */
export function requireAlone(request: Pick<LimitRequest, "limitBatchId" | "state">): void {
  if (!isInBatch(request)) return;
  throw new ConflictError(
    "The request is part of an import and is decided with all of it.",
    "conflict",
    { refusal: "in_batch", limit_batch_id: request.limitBatchId },
  );
}
