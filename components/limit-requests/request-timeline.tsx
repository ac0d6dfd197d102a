import { useTranslations } from "next-intl";
import { Timeline } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";
import { useRejectionText } from "@/components/limit-requests/use-rejection-text";
import { useValuesText } from "@/components/limit-requests/use-values-text";
import { Moment } from "@/components/time/moment";
import type { Instant } from "@/lib/domain/instant";
import type { LimitRequest } from "@/lib/domain/limit-requests/limit-request";

/** One step in the life of a request, as both sides see it. */
export type TimelineStep = {
  kind: string;
  actorName: string;
  actorSide: "merchant" | "acquirer" | "system";
  note: string | null;
  occurredAt: Instant;
};

const KINDS = {
  submitted: "info",
  tightened: "pass",
  claimed: "pending",
  released: "pending",
  question_asked: "warn",
  question_answered: "info",
  first_approval: "pass",
  approved: "pass",
  rejected: "block",
  withdrawn: "neutral",
  applied: "pass",
  expired: "neutral",
  reverted: "neutral",
  ended_early: "neutral",
} as const satisfies Record<string, Tone>;

type Kind = keyof typeof KINDS;
const isKind = (kind: string): kind is Kind => kind in KINDS;

type RequestTimelineProps = {
  steps: readonly TimelineStep[];
  /** Whose approvals are told with what they granted. */
  request: Pick<LimitRequest, "currency" | "asked" | "decisions">;
  timeZone: string;
};

/** The grant of every approval among the steps: they follow each other in the same order. */
function grantsOf({ steps, request }: Pick<RequestTimelineProps, "steps" | "request">) {
  const grants = request.decisions.flatMap(({ grant }) => grant ?? []);
  const approvals = steps.filter(({ kind }) => kind === "first_approval" || kind === "approved");
  return new Map(approvals.map((step, index) => [step, grants[index]]));
}

export function RequestTimeline({ steps, request, timeZone }: RequestTimelineProps) {
  const t = useTranslations("limitRequests.step");
  const rejection = useRejectionText();
  const values = useValuesText(request.currency);
  const grants = grantsOf({ steps, request });
  const bodyOf = (step: TimelineStep) => {
    const grant = grants.get(step);
    const note = step.note && step.kind === "rejected" ? rejection(step.note) : step.note;
    return (
      (grant || note) && (
        <>
          {grant && <p>{values(grant.values, request.asked)}</p>}
          {note && <p className="whitespace-pre-line">{note}</p>}
        </>
      )
    );
  };
  return (
    <Timeline
      entries={steps.map((step, index) => ({
        key: `${index} ${step.kind}`,
        tone: isKind(step.kind) ? KINDS[step.kind] : "neutral",
        title: isKind(step.kind) ? t(step.kind) : step.kind,
        meta: (
          <>
            {step.actorSide !== "system" && (
              <>
                {step.actorName} · {t(`side.${step.actorSide}`)} ·{" "}
              </>
            )}
            <Moment at={step.occurredAt} timeZone={timeZone} />
          </>
        ),
        body: bodyOf(step),
      }))}
    />
  );
}
