"use client";

import { CheckRecord } from "@/components/check/check-record";
import { CustomerWords } from "@/components/check/customer-words";
import type { AnsweredCheck } from "@/components/check/use-check";
import { Verdict } from "@/components/check/verdict";
import { WaysOut } from "@/components/check/ways-out";
import { requestHref } from "@/components/limit-requests/request-href";
import { useNow } from "@/components/time/use-now";
import { evaluateCheck } from "@/lib/domain/limit-check/evaluate-check";
import { leftAfter } from "@/lib/domain/limit-check/left-after";
import type { Instant } from "@/lib/domain/instant";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";

type CheckAnswerProps = {
  merchantId: string;
  now: Instant;
  timeZone: string;
  mayRequest: boolean;
  proposal: Proposal;
  snapshot: CheckSnapshot | null;
  /** The recorded answer to exactly this charge; without one the preview speaks. */
  answered: AnsweredCheck | null;
  pending: boolean;
  onChargeInstead: (amountMinor: number) => void;
  onUseTerminal: (terminalId: string) => void;
};

/** The recorded verdict, or while there is none the one these rules give for what the browser knows. */
export function CheckAnswer(props: CheckAnswerProps) {
  const { proposal, snapshot, answered, timeZone, mayRequest } = props;
  const now = useNow(props.now);
  const preview = snapshot && !answered ? evaluateCheck(snapshot, proposal, now) : null;
  const result = answered?.result ?? preview;
  const known = answered?.snapshot ?? snapshot;
  if (!result || !known) return null;
  return (
    <Verdict
      result={result}
      charge={{ merchantId: props.merchantId, ...proposal }}
      left={leftAfter(known, proposal, now)}
      now={now}
      timeZone={timeZone}
      preview={answered === null}
      waysOut={
        <WaysOut
          result={result}
          now={now}
          timeZone={timeZone}
          actions={{
            chargeInstead: props.onChargeInstead,
            useTerminal: props.onUseTerminal,
            requestHref: mayRequest
              ? (change) => requestHref(change, answered?.checkId ?? null)
              : null,
          }}
        />
      }
      footer={
        answered && (
          <>
            <CustomerWords result={result} splitAllowed={known.acquirer.splitAllowed} />
            <CheckRecord checkId={answered.checkId} answerJson={answered.answerJson} />
          </>
        )
      }
    />
  );
}
