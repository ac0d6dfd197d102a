import { classNames } from "@/components/ui/class-names";
import { type Tone, TONE_ICON, TONE_SOFT, TONE_TEXT } from "@/components/ui/tone";
import {
  type ShownStanding,
  useComplianceWords,
} from "@/components/compliance/use-compliance-words";
import { type ComplianceAnswer, complianceAnswer } from "@/lib/domain/compliance-answer";

const TONE: Record<ComplianceAnswer["kind"], Tone> = {
  stopped: "block",
  late: "warn",
  due_soon: "warn",
  verifying: "pending",
  fine: "pass",
};

/** Whether the papers are fine, in one look; if not, why, and what helps. */
export function ComplianceVerdict({ standing }: { standing: ShownStanding }) {
  const { merchant, now, dueSoonDays } = standing;
  const words = useComplianceWords(standing);
  const answer = complianceAnswer(
    { ...standing, merchantStatus: merchant.status },
    now,
    dueSoonDays,
  );
  const tone = TONE[answer.kind];
  const Icon = TONE_ICON[tone];
  const { title, causes, wayOut } = words(answer);
  return (
    <div role="status" className={classNames("rounded-panel p-4", TONE_SOFT[tone])}>
      <p
        className={classNames(
          "flex items-center gap-2 text-heading font-semibold",
          TONE_TEXT[tone],
        )}
      >
        <Icon aria-hidden className="size-5 shrink-0" />
        {title}
      </p>
      {causes.map((cause) => (
        <p key={cause} className="mt-1">
          {cause}
        </p>
      ))}
      <p className={causes.length > 0 ? "mt-1 text-meta" : "mt-1"}>{wayOut}</p>
    </div>
  );
}
