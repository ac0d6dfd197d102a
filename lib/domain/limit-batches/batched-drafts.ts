import type { PlannedLimit } from "@/lib/domain/imports/limit-facts";
import type { Draft } from "@/lib/domain/limit-requests/draft-request";

/** The requests of an import that wait for a decision; what tightens is none of them. */
export function batchedDrafts(rows: readonly PlannedLimit[]): Draft["request"][] {
  return rows.flatMap(({ act }) =>
    act.kind === "draft" && !act.draft.request.isTightening ? [act.draft.request] : [],
  );
}
