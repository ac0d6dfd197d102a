"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import {
  countResults,
  mayHaveAsked,
  plansToSend,
} from "@/components/limit-requests/sending-results";
import { SeveralConfirm } from "@/components/limit-requests/several-confirm";
import { SeveralRows } from "@/components/limit-requests/several-rows";
import type { useSeveralRequests } from "@/components/limit-requests/use-several-requests";
import { ProblemNotice } from "@/components/shell/problem-notice";
import { useDateLocale } from "@/components/time/use-date-locale";
import { useUntil } from "@/components/time/use-until";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { countPlans, type PlanCounts } from "@/lib/domain/limit-requests/count-plans";
import type { SelectedLimits } from "@/lib/domain/limit-requests/selected-limits";
import { formatMoment } from "@/lib/i18n/format-moment";

type Sending = ReturnType<typeof useSeveralRequests>;

type SeveralPreviewProps = Pick<
  Sending,
  "results" | "problem" | "isSending" | "send" | "restart"
> & {
  look: NonNullable<Sending["look"]>;
  selected: SelectedLimits;
  draftKey: string;
  href: string;
  onAgain: () => void;
};

/** What would become of each limit and the way to ask for it; afterwards what became of it. */
export function SeveralPreview(props: SeveralPreviewProps) {
  const { look, selected, draftKey, href, onAgain } = props;
  const { results, problem, isSending, send, restart } = props;
  const t = useTranslations("severalRequests");
  const counts = countPlans(look.plans);
  const left = plansToSend(look.plans, results).length;
  const answered = Object.values(results).filter(({ at }) => at !== "sending").length;
  const isBegun = answered > 0 || isSending;
  const isDone = answered > 0 && left === 0;
  // What was asked is never offered again as if it were to be asked still.
  const isAsked = mayHaveAsked(results, problem);
  useEffect(() => {
    if (isAsked) sessionStorage.removeItem(draftKey);
  }, [isAsked, draftKey]);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView({ block: "start" });
  }, []);
  const restartButton = (
    <Button size="small" onClick={restart}>
      {t("otherChange")}
    </Button>
  );
  return (
    <Section
      surface="plain"
      title={t(isBegun ? "results" : "preview")}
      aside={!isBegun && restartButton}
    >
      <div ref={top} tabIndex={-1} className="grid scroll-mt-28 gap-3 outline-none">
        <div aria-live="polite" className="grid gap-3">
          {isBegun ? (
            <Progress {...{ results, left, answered, isSending }} />
          ) : (
            <Foreseen {...{ counts, left }} />
          )}
        </div>
        <Period {...{ look, selected }} />
        {problem && !isSending && <ProblemNotice problem={problem} />}
        <SeveralRows {...{ look, selected, results, isSending }} />
        {left > 0 && (
          <div>
            <SeveralConfirm {...{ counts, left, isBegun, isSending, onSend: send }} />
          </div>
        )}
        {isDone && (
          <div className="flex flex-wrap gap-2">
            <LinkButton href="/limit-requests">{t("toRequests")}</LinkButton>
            <LinkButton href={href}>{t("back")}</LinkButton>
            <Button onClick={onAgain}>{t("lookAgain")}</Button>
          </div>
        )}
      </div>
    </Section>
  );
}

function Foreseen({ counts, left }: { counts: PlanCounts; left: number }) {
  const t = useTranslations("severalRequests");
  return (
    <>
      <p>{t("counts", { ...counts, sum: left })}</p>
      {counts.atOnce + counts.later > 0 && <Notice tone="warn">{t("tightening")}</Notice>}
      {left === 0 && <p className="text-muted">{t("nothingToSend")}</p>}
    </>
  );
}

type ProgressProps = Pick<SeveralPreviewProps, "results" | "isSending"> & {
  left: number;
  answered: number;
};

function Progress({ results, isSending, left, answered }: ProgressProps) {
  const t = useTranslations("severalRequests");
  if (isSending) return <p>{t("sending", { done: answered, total: answered + left })}</p>;
  const counts = countResults(results);
  const isWhole = counts.refused === 0 && left === 0;
  return (
    <Notice tone={isWhole ? "pass" : "warn"} role="status">
      {t("did", { ...counts, left })}
    </Notice>
  );
}

function Period({ look, selected }: Pick<SeveralPreviewProps, "look" | "selected">) {
  const t = useTranslations("limitRequests.consequence");
  const { startsAt, endsAt } = look.change;
  const { timeZone } = selected.cutOver;
  const locale = useDateLocale();
  const until = useUntil(selected.cutOver);
  if (startsAt === null && endsAt === null) return null;
  return (
    <p>
      {startsAt !== null && t("from", { at: formatMoment(startsAt, "full", timeZone, locale) })}{" "}
      {endsAt !== null && t("until", { at: until(endsAt) })}
    </p>
  );
}
