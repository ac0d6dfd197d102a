import { approvalsOf, type Standing } from "@/lib/domain/limit-requests/four-eyes";
import { isSameGrant } from "@/lib/domain/limit-requests/grant";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";

/** What a decision was to its request: an approval on the way, one others replaced, the last, or a rejection. */
export type DecisionPart = "first" | "replaced" | "final" | "only" | "rejected";

/** The part of every decision of a request, in their order. */
export function decisionParts(
  request: Pick<LimitRequest, "decisions" | "asked" | "requiredApprovals">,
): DecisionPart[] {
  const { decisions, asked, requiredApprovals } = request;
  let standing: Standing | null = null;
  return decisions.map(({ grant }, index) => {
    if (grant === null) return "rejected";
    standing = { grant, approvals: approvalsOf(grant, standing, request) };
    if (standing.approvals >= requiredApprovals) return requiredApprovals === 1 ? "only" : "final";
    const later = decisions.slice(index + 1).flatMap((one) => one.grant ?? []);
    return later.every((other) => isSameGrant(grant, other, asked)) ? "first" : "replaced";
  });
}
