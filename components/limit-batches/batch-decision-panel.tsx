import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { BatchDecisionForm } from "@/components/limit-batches/batch-decision-form";
import type { BatchShown } from "@/components/limit-batches/batch-shown";
import type { BatchActions } from "@/components/limit-batches/use-batch-actions";
import { useRejectionText } from "@/components/limit-requests/use-rejection-text";
import { Moment } from "@/components/time/moment";
import type { BatchDecision } from "@/lib/domain/limit-batches/limit-batch";

type BatchDecisionPanelProps = { view: BatchShown; actions: BatchActions };

/** What others decided before, and the form as far as it is open to the reader. */
export function BatchDecisionPanel({ view, actions }: BatchDecisionPanelProps) {
  const decision = useTranslations("decision");
  const t = useTranslations("batches");
  const { batch, offers, cutOver } = view;
  return (
    <Section
      title={decision("decide")}
      className={batch.decisions.length === 0 ? "print-hidden" : undefined}
    >
      <div className="grid gap-4">
        {batch.decisions.map((one) => (
          <Decided
            key={one.sequence}
            decision={one}
            isLast={one.sequence >= batch.requiredApprovals}
            timeZone={cutOver.timeZone}
          />
        ))}
        {offers.why === null ? (
          <BatchDecisionForm key={batch.version} view={view} decide={actions.decide} />
        ) : (
          <Notice tone="neutral">{t(`refused.${offers.why}`)}</Notice>
        )}
      </div>
    </Section>
  );
}

type DecidedProps = { decision: BatchDecision; isLast: boolean; timeZone: string };

function Decided({ decision, isLast, timeZone }: DecidedProps) {
  const t = useTranslations("decision");
  const rejection = useRejectionText();
  const { name, reason, note } = decision;
  const approved = isLast ? "final" : "first";
  const part = decision.decision === "reject" ? "rejected" : approved;
  return (
    <div className="border-l-2 border-line-strong pl-3">
      <p className="font-medium">{t(`by.${part}`, { name })}</p>
      <p className="text-meta text-muted">
        <Moment at={decision.decidedAt} timeZone={timeZone} />
      </p>
      {reason && (
        <p className="whitespace-pre-line">{part === "rejected" ? rejection(reason) : reason}</p>
      )}
      {note && (
        <p className="whitespace-pre-line text-muted">
          {t("note")}: {note}
        </p>
      )}
    </div>
  );
}
