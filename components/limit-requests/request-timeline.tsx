import { useTranslations } from "next-intl";
import { Timeline } from "@/components/ui/timeline";
import type { Tone } from "@/components/ui/tone";
import { useRejectionText } from "@/components/limit-requests/use-rejection-text";
import { Moment } from "@/components/time/moment";
import type { Instant } from "@/lib/domain/instant";

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

type RequestTimelineProps = { steps: readonly TimelineStep[]; timeZone: string };

export function RequestTimeline({ steps, timeZone }: RequestTimelineProps) {
  const t = useTranslations("limitRequests.step");
  const rejection = useRejectionText();
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
        body: step.note && (
          <p className="whitespace-pre-line">
            {step.kind === "rejected" ? rejection(step.note) : step.note}
          </p>
        ),
      }))}
    />
  );
}
