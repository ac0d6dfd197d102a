import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { type Tone, TONE_ICON, TONE_TEXT } from "@/components/ui/tone";
import { useSentences } from "@/components/shell/use-sentences";
import { NOT_CHECKED } from "@/lib/domain/limit-check/check-result";
import type { Reason, Severity } from "@/lib/domain/limit-check/reason";
import { type ReasonCharge, type Reading, reasonSentence } from "@/lib/i18n/reason-sentence";

const TONE: Record<Severity, Tone> = { block: "block", warn: "warn", info: "info" };

type OtherReasonsProps = {
  reasons: readonly Reason[];
  charge: ReasonCharge;
  reading: Reading;
  /** Whether to say so when nothing but the decisive reason blocks. */
  aloneBlocks: boolean;
};

/** Everything else that was found, and what no check of ours can know. */
export function OtherReasons({ reasons, charge, reading, aloneBlocks }: OtherReasonsProps) {
  const t = useTranslations("check");
  const sentences = useSentences();
  const nothingElseBlocks = aloneBlocks && !reasons.some(({ severity }) => severity === "block");
  return (
    <div className="mt-3 text-meta">
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => {
            const tone = TONE[reason.severity];
            const Icon = TONE_ICON[tone];
            const key =
              reason.about.kind === "limit"
                ? `${reason.code} ${reason.about.limitId} ${reason.about.measure}`
                : `${reason.code} ${JSON.stringify(reason.about)}`;
            return (
              <li key={key} data-reason={reason.code} className="flex items-start gap-1.5">
                <Icon
                  aria-label={t(`severity.${reason.severity}`)}
                  className={classNames("mt-1 size-3.5 shrink-0", TONE_TEXT[tone])}
                />
                <span>{reasonSentence(reason, charge, reading)}</span>
              </li>
            );
          })}
        </ul>
      )}
      <p className="text-muted">
        {sentences(
          nothingElseBlocks && t("nothingElseBlocks"),
          t("notChecked", {
            list: NOT_CHECKED.map((item) => t(`unknown.${item}`)).join(t("listSeparator")),
          }),
        )}
      </p>
    </div>
  );
}
