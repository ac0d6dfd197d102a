import type { Instant } from "@/lib/domain/instant";
import { askedFieldsOf, askedValues } from "@/lib/domain/limit-requests/asked-values";
import type { Submission } from "@/lib/domain/limit-requests/draft-request";
import { isSameGrant } from "@/lib/domain/limit-requests/grant";
import { askedGrant, type LimitRequest } from "@/lib/domain/limit-requests/limit-request";

type Repeat = { submission: Submission; maker: LimitRequest["maker"]; seenAt: Instant };

/**
 * Whether a submission asks what a request of the same maker asks already, word for word and made no
 * earlier than its limit was looked at: the same sent twice.
 */
export function isRepeat(request: LimitRequest, { submission, maker, seenAt }: Repeat): boolean {
  const { asked, justification, startsAt, endsAt } = submission;
  const fields = askedFieldsOf(asked);
  const grant = { values: askedValues(asked, request.currency), startsAt, endsAt };
  return (
    request.submittedAt >= seenAt &&
    request.maker.kind === maker.kind &&
    request.maker.id === maker.id &&
    request.justification === justification &&
    request.asked.length === fields.length &&
    fields.every((field) => request.asked.includes(field)) &&
    isSameGrant(grant, askedGrant(request), fields)
  );
}
