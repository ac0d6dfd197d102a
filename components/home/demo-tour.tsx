"use client";

import { CircleCheck, CircleDot, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { CopyButton } from "@/components/ui/copy-button";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import {
  readTour,
  type Tour,
  type TourStep,
  TOUR_STEPS,
  watchTour,
  writeTour,
} from "@/components/home/tour";
import { DEMO_TOUR } from "@/lib/domain/demo";

const { terminalId, refusedAmount, askedMinor, firstApprover, secondApprover } = DEMO_TOUR;

const HREF: Record<Exclude<TourStep, "approve">, string> = {
  refuse: `/check?terminal=${terminalId}&amount=${refusedAmount}`,
  ask: `/limit-requests/new?terminal=${terminalId}&max_amount=${askedMinor}`,
};

/** Three steps through the demo world: a refusal, the request against it, and who approves it. */
export function DemoTour({ asLeft }: { asLeft: Tour }) {
  const t = useTranslations("tour");
  const kept = useSyncExternalStore(watchTour, readTour, () => asLeft);
  if (kept.isHidden) return null;
  const { done } = kept;
  const next = TOUR_STEPS.find((step) => !done.includes(step));
  const finish = (step: TourStep) => writeTour({ ...kept, done: [...new Set([...done, step])] });
  return (
    <Section
      title={t("title")}
      className="mb-4 print-hidden"
      aside={
        <Button variant="quiet" size="small" onClick={() => writeTour({ ...kept, isHidden: true })}>
          <X aria-hidden className="size-4" />
          {t("hide")}
        </Button>
      }
    >
      <ol className="grid gap-4 md:grid-cols-3">
        {TOUR_STEPS.map((step) => {
          const isDone = done.includes(step);
          const Icon = isDone ? CircleCheck : CircleDot;
          return (
            <li key={step} aria-current={step === next ? "step" : undefined} className="flex gap-2">
              <Icon
                aria-hidden
                className={classNames(
                  "mt-1 size-4 shrink-0",
                  isDone ? "text-pass" : step === next ? "text-accent" : "text-muted",
                )}
              />
              <div className="min-w-0 space-y-1">
                <p className="font-medium">
                  {t(`step.${step}`)}
                  {isDone && <span className="sr-only"> {t("done")}</span>}
                </p>
                <p className="text-muted">
                  {t(`how.${step}`, { first: firstApprover, second: secondApprover })}
                </p>
                {step === "approve" ? (
                  <div className="flex flex-wrap items-center gap-x-2">
                    <CopyButton text={firstApprover} label={t("copy")} copiedLabel={t("copied")} />
                    {!isDone && (
                      <Button variant="quiet" size="small" onClick={() => finish(step)}>
                        {t("markDone")}
                      </Button>
                    )}
                  </div>
                ) : (
                  <LinkButton
                    href={HREF[step]}
                    size="small"
                    variant={step === next ? "primary" : "secondary"}
                    onClick={() => finish(step)}
                  >
                    {t(`go.${step}`)}
                  </LinkButton>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
