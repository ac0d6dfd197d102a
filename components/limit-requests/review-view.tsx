import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { type ClaimAction, ClaimButton } from "@/components/limit-requests/claim-button";
import { type DecideActions, DecisionPanel } from "@/components/limit-requests/decision-panel";
import { DueTime } from "@/components/limit-requests/due-time";
import { RequestState } from "@/components/limit-requests/request-state";
import { RequestTimeline } from "@/components/limit-requests/request-timeline";
import { ReviewChart } from "@/components/limit-requests/review-chart";
import { ReviewFacts } from "@/components/limit-requests/review-facts";
import { ReviewPeriod } from "@/components/limit-requests/review-period";
import { ValueChange } from "@/components/limit-requests/value-change";
import { isUndecided } from "@/lib/domain/limit-requests/request-state";
import type { Review } from "@/lib/domain/limit-requests/review";

export type ReviewActions = DecideActions & { claim: ClaimAction; release: ClaimAction };

type ReviewViewProps = { review: Review; actions: ReviewActions };

/** One request with all that is needed to decide it, and the decision beside it. */
export function ReviewView({ review, actions }: ReviewViewProps) {
  const t = useTranslations("decision");
  const { request, events, cutOver } = review;
  return (
    <>
      <ReviewHeader review={review} actions={actions} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-4">
          <Section title={t("change")} aside={<ReviewPeriod {...request} cutOver={cutOver} />}>
            <div className="text-heading">
              <ValueChange
                asked={request.asked}
                before={request.current}
                after={request.approved ?? request.requested}
                currency={request.currency}
                withNames={request.asked.length > 1 || request.asked[0] !== "max_amount"}
              />
            </div>
            <Said review={review} />
          </Section>
          <Section title={t("evidence.title")} titleHidden>
            <ReviewChart request={request} evidence={review.evidence} />
          </Section>
          <Section title={t("facts")}>
            <ReviewFacts review={review} />
          </Section>
        </div>
        <div className="grid min-w-0 gap-4 lg:sticky lg:top-18">
          <DecisionPanel review={review} actions={actions} />
          <Section title={t("timeline")}>
            <RequestTimeline steps={events} request={request} timeZone={cutOver.timeZone} />
          </Section>
        </div>
      </div>
    </>
  );
}

function ReviewHeader({ review, actions }: ReviewViewProps) {
  const t = useTranslations("decision");
  const enums = useTranslations("enums");
  const words = useLimitWords();
  const { request, merchant, now, cutOver } = review;
  return (
    <PageHeader
      parent={<TextLink href="/queue">{t("back")}</TextLink>}
      title={`${merchant.tradingName} · ${words.whose(request)} · ${words.window(request)}`}
      meta={
        <>
          <RequestState state={request.state} />
          {isUndecided(request.state) && (
            <DueTime at={request.dueAt} now={now} timeZone={cutOver.timeZone} withWord />
          )}
          {!request.isTightening && (
            <Badge tone="neutral">{t("approvals", { required: request.requiredApprovals })}</Badge>
          )}
          <span>
            {t("mid", { id: merchant.merchantId })} · {enums(`tier.${merchant.tier as "micro"}`)}
          </span>
          {merchant.status !== "active" && (
            <Badge tone="warn">{enums(`merchantStatus.${merchant.status as "active"}`)}</Badge>
          )}
          <span>
            {[merchant.terminalName, merchant.store, words.counts(request)]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </>
      }
      actions={<Claim review={review} actions={actions} />}
    />
  );
}

function Claim({ review, actions }: ReviewViewProps) {
  const t = useTranslations("decision");
  const { request, reader } = review;
  const { merchantId, limitRequestId, claimedBy } = request;
  const key = { merchantId, limitRequestId };
  const isMine = claimedBy?.userId === reader.userId;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {claimedBy && isUndecided(request.state) && (
        <span className="text-muted">
          {isMine ? t("claimedByYou") : t("claimedBy", { name: claimedBy.name })}
        </span>
      )}
      {reader.offers.claim.allowed && (
        <ClaimButton
          request={key}
          kind={isMine ? "release" : "claim"}
          action={isMine ? actions.release : actions.claim}
        />
      )}
    </div>
  );
}

/** What the merchant says, and what was asked and answered since. */
function Said({ review }: { review: Review }) {
  const t = useTranslations("decision");
  const { justification, question, answer } = review.request;
  const said = [
    { key: "why", term: t("why"), text: justification },
    { key: "question", term: t("question"), text: question },
    { key: "answer", term: t("answer"), text: answer },
  ];
  return (
    <dl className="mt-3 grid gap-2">
      {said.map(
        ({ key, term, text }) =>
          text && (
            <div key={key}>
              <dt className="text-meta text-muted">{term}</dt>
              <dd className="max-w-prose whitespace-pre-line">{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
