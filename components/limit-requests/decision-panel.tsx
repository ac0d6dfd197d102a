import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { type DecideActions, DecisionForm } from "@/components/limit-requests/decision-form";
import { useRejectionText } from "@/components/limit-requests/use-rejection-text";
import { useValuesText } from "@/components/limit-requests/use-values-text";
import { Moment } from "@/components/time/moment";
import { type DecisionPart, decisionParts } from "@/lib/domain/limit-requests/decision-parts";
import type { LimitDecision } from "@/lib/domain/limit-requests/limit-request";
import type { Review } from "@/lib/domain/limit-requests/review";

export type { DecideActions };

type DecisionPanelProps = { review: Review; actions: DecideActions };

/** What others decided before, and the form as far as it is open to the reader. */
export function DecisionPanel({ review, actions }: DecisionPanelProps) {
  const t = useTranslations("decision");
  const { request, reader, cutOver } = review;
  const { reject } = reader.offers;
  const parts = decisionParts(request);
  return (
    <Section title={t("decide")}>
      <div className="grid gap-4">
        {request.decisions.map((decision, index) => (
          <Decided
            key={decision.sequence}
            decision={decision}
            part={parts[index] ?? "first"}
            review={review}
          />
        ))}
        {request.state === "info_requested" && request.questionAskedAt !== null && (
          <p className="text-muted">
            {t.rich("waits", {
              at: () => <Moment at={request.questionAskedAt!} timeZone={cutOver.timeZone} />,
            })}
          </p>
        )}
        {reject.allowed ? (
          // A new state of the request is a new form.
          <DecisionForm key={request.version} review={review} actions={actions} />
        ) : (
          <Notice
            tone="neutral"
            actions={
              reject.why === "in_batch" && (
                <LinkButton size="small" href={`/queue/batches/${request.limitBatchId}`}>
                  {t("toBatch")}
                </LinkButton>
              )
            }
          >
            {t(`refused.${reject.why}`)}
          </Notice>
        )}
      </div>
    </Section>
  );
}

type DecidedProps = { decision: LimitDecision; part: DecisionPart; review: Review };

/** Who decided what, when and why; the second approver reads it above the form. */
function Decided({ decision, part, review }: DecidedProps) {
  const t = useTranslations("decision");
  const { request, cutOver } = review;
  const values = useValuesText(request.currency);
  const rejection = useRejectionText();
  const { grant, reason, note, name } = decision;
  return (
    <div className="border-l-2 border-line-strong pl-3">
      <p className="font-medium">{t(`by.${part}`, { name })}</p>
      <p className="text-meta text-muted">
        <Moment at={decision.decidedAt} timeZone={cutOver.timeZone} />
      </p>
      {grant && (
        <p className={part === "replaced" ? "text-muted" : undefined}>
          {t(part === "replaced" ? "replaced" : "proposal", {
            values: values(grant.values, request.asked),
          })}
        </p>
      )}
      {reason && <p className="whitespace-pre-line">{grant ? reason : rejection(reason)}</p>}
      {note && (
        <p className="whitespace-pre-line text-muted">
          {t("note")}: {note}
        </p>
      )}
    </div>
  );
}
