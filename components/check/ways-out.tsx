"use client";

import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { WaitTime } from "@/components/time/wait-time";
import type { Instant } from "@/lib/domain/instant";
import type { CheckResult, Suggestion } from "@/lib/domain/limit-check/check-result";
import { formatMoney } from "@/lib/domain/money";

type LimitChange = Extract<Suggestion, { kind: "request_limit_change" }>;

export type WaysOutActions = {
  chargeInstead: (amountMinor: number) => void;
  useTerminal: (terminalId: string) => void;
  /** Where a request for the change starts; null for those who may not ask. */
  requestHref: ((change: LimitChange) => string) | null;
};

type WaysOutProps = {
  result: CheckResult;
  actions: WaysOutActions;
  now: Instant;
  timeZone: string;
};

/** What helps, as buttons; where no button helps, who does. */
export function WaysOut({ result, actions, now, timeZone }: WaysOutProps) {
  const t = useTranslations("suggestions");
  if (result.decision !== "decline") return null;
  const changes = result.suggestions.filter((s) => s.kind === "request_limit_change");
  const wait = result.suggestions.find((s) => s.kind === "wait_until");
  const advice = adviceFor(result);
  return (
    <>
      <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
        {result.suggestions.map((suggestion, index) => (
          <WayOut
            key={`${suggestion.kind} ${"limitId" in suggestion ? suggestion.limitId : ""}`}
            suggestion={suggestion}
            actions={actions}
            primary={index === 0}
            several={changes.length > 1}
          />
        ))}
      </div>
      {wait && (
        <p className="mt-2 flex items-center gap-1.5">
          <Clock aria-hidden className="size-4 shrink-0 text-muted" />
          <WaitTime at={wait.at} now={now} timeZone={timeZone} />
        </p>
      )}
      {changes.length > 0 && actions.requestHref === null && (
        <p className="mt-2 text-muted">{t("askOwner")}</p>
      )}
      {advice && <p className="mt-2">{t(`advice.${advice}`)}</p>}
    </>
  );
}

/** What the decisive reason asks for, when no suggestion already says it. */
function adviceFor(result: CheckResult) {
  const action = result.reasons[0]?.action;
  switch (action) {
    case "CONTACT_ACQUIRER":
    case "COMPLETE_REQUIREMENT":
    case "FIX_TERMINAL":
    case "ASK_OTHER_CARD":
      return action;
    default:
      return null;
  }
}

type WayOutProps = {
  suggestion: Suggestion;
  actions: WaysOutActions;
  primary: boolean;
  several: boolean;
};

function WayOut({ suggestion, actions, primary, several }: WayOutProps) {
  const t = useTranslations("suggestions");
  const variant = primary ? "primary" : "secondary";
  switch (suggestion.kind) {
    case "reduce_amount":
      return (
        <Button variant={variant} onClick={() => actions.chargeInstead(suggestion.amountMinor)}>
          {t("chargeInstead", { amount: formatMoney(suggestion.amountMinor, suggestion.currency) })}
        </Button>
      );
    case "use_terminal":
      return (
        <Button variant={variant} onClick={() => actions.useTerminal(suggestion.terminalId)}>
          {t("useTerminal", { terminal: suggestion.terminalId })}
        </Button>
      );
    case "request_limit_change":
      return (
        actions.requestHref && (
          <LinkButton variant={variant} href={actions.requestHref(suggestion)}>
            {several
              ? t("requestChangeOf", { values: changeText(suggestion) })
              : t("requestChange")}
          </LinkButton>
        )
      );
    case "wait_until":
      return null;
  }
}

function changeText(change: LimitChange): string {
  if (change.maxCount !== undefined) return String(change.maxCount);
  return formatMoney(change.maxAmountMinor ?? change.minAmountMinor ?? 0, change.currency);
}
