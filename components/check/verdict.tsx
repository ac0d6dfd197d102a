"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { TONE_ICON, TONE_SOFT, TONE_TEXT } from "@/components/ui/tone";
import { useSentences } from "@/components/shell/use-sentences";
import { DECISION_TONE } from "@/components/check/decision-tone";
import { FailureRiskNote } from "@/components/check/failure-risk-note";
import { LeftAfterLine } from "@/components/check/left-after-line";
import { OtherReasons } from "@/components/check/other-reasons";
import { useReading } from "@/components/check/use-reading";
import type { CheckResult } from "@/lib/domain/limit-check/check-result";
import type { LeftAfter } from "@/lib/domain/limit-check/left-after";
import type { Instant } from "@/lib/domain/instant";
import { type ReasonCharge, reasonSentence } from "@/lib/i18n/reason-sentence";

type VerdictProps = {
  result: CheckResult;
  charge: ReasonCharge;
  /** What stays of the day or month when it is charged. */
  left: LeftAfter | null;
  now: Instant;
  timeZone: string;
  /** Shown while the amount is still being typed. */
  preview?: boolean;
  waysOut?: ReactNode;
  footer?: ReactNode;
};

/** A coloured word with its icon, the decisive reason, what helps, and what was not checked. */
export function Verdict(props: VerdictProps) {
  const { result, charge, left, now, timeZone, preview, waysOut, footer } = props;
  const t = useTranslations("check");
  const sentences = useSentences();
  const reading = useReading(timeZone);
  const tone = DECISION_TONE[result.decision];
  const Icon = TONE_ICON[tone];
  const decisive = result.decision === "approve" ? null : result.reasons[0];
  const others = decisive ? result.reasons.slice(1) : result.reasons;
  const sentence = decisive && reasonSentence(decisive, charge, reading);
  const spoken = sentences(t(`headline.${result.decision}`), sentence);
  return (
    <div className={classNames("rounded-panel p-4", TONE_SOFT[tone])}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <p
          className={classNames(
            "flex items-center gap-2 text-heading font-semibold",
            TONE_TEXT[tone],
          )}
        >
          <Icon aria-hidden className="size-5 shrink-0" />
          {t(preview ? `previewHeadline.${result.decision}` : `headline.${result.decision}`)}
        </p>
        <p role="status" className="sr-only">
          {!preview && spoken}
        </p>
        <FailureRiskNote reasons={result.reasons} risk={result.code21} />
      </div>
      {decisive && (
        <p className="mt-1" data-reason={decisive.code}>
          {sentence}
        </p>
      )}
      {result.decision !== "decline" && (
        <LeftAfterLine left={left} currency={charge.currency} now={now} timeZone={timeZone} />
      )}
      {waysOut}
      <OtherReasons
        reasons={others}
        charge={charge}
        reading={reading}
        aloneBlocks={result.decision === "decline"}
      />
      {footer}
    </div>
  );
}
