import {
  type Decider,
  judge,
  type Refusal,
  type ReviewedRequest,
  reviewRefusal,
  standingProposal,
} from "@/lib/domain/limit-requests/four-eyes";
import type { Grant } from "@/lib/domain/limit-requests/grant";

/** Whether an act is open to a person, and if not, why. `final`: it would end the review. */
export type Offer = { allowed: true; final: boolean } | { allowed: false; why: Refusal };

/** What the form may offer to a person about a request. */
export type Offers = {
  claim: Offer;
  ask: Offer;
  reject: Offer;
  /** Approving the standing proposal of the first approver; null while there is none. */
  confirm: Offer | null;
  /** Approving other values than the standing proposal, or any while there is none. */
  propose: Offer;
};

const offer = (refusal: Refusal | null, final: boolean): Offer =>
  refusal ? { allowed: false, why: refusal } : { allowed: true, final };

/** A grant no proposal equals, to ask what approving other values would lead to. */
const OTHER_GRANT: Grant = {
  values: { maxAmountMinor: -1, maxCount: -1, minAmountMinor: -1 },
  startsAt: null,
  endsAt: null,
};

function approvalOffer(request: ReviewedRequest, decider: Decider, grant: Grant): Offer {
  const judgement = judge(request, decider, { decision: "approve", grant });
  if (!judgement.ok) return { allowed: false, why: judgement.refusal };
  return { allowed: true, final: judgement.outcome === "approved" };
}

/** Nothing is open about a request that waits inside a batch: the batch is decided as a whole. */
export function nothingAlone(): Offers {
  const why: Offer = { allowed: false, why: "in_batch" };
  return { claim: why, ask: why, reject: why, confirm: null, propose: why };
}

/** What a person may do about a request now; the same rules judge the act itself. */
export function mayDecide(request: ReviewedRequest, decider: Decider): Offers {
  const refusal = reviewRefusal(request, decider);
  const standing = standingProposal(request);
  return {
    claim: offer(refusal, false),
    ask: offer(refusal, false),
    reject: offer(refusal, true),
    confirm: standing && approvalOffer(request, decider, standing.grant),
    propose: approvalOffer(request, decider, OTHER_GRANT),
  };
}
