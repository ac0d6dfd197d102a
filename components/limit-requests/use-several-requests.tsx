"use client";

import { useEffect, useRef, useState, useTransition } from "react";
import {
  plansToSend,
  type SendingResult,
  type SendingResults,
  stopsSending,
} from "@/components/limit-requests/sending-results";
import type { SeveralActions } from "@/components/limit-requests/several-actions";
import { callAction } from "@/components/shell/call-action";
import { useFreshPassword } from "@/components/shell/use-fresh-password";
import type { ActionProblem } from "@/lib/contracts/action-result";
import type { RequestPlan } from "@/lib/domain/limit-requests/plan-request";
import type { SharedChange } from "@/lib/domain/limit-requests/shared-change";

/** A preview, and why the change is asked for. */
export type Look = { change: SharedChange; justification: string; plans: RequestPlan[] };

/** From a preview to a request a limit, sent one after the other; what was done stays done. */
export function useSeveralRequests(actions: SeveralActions) {
  const [look, setLook] = useState<Look | null>(null);
  const [results, setResults] = useState<SendingResults>({});
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const [isLooking, startLooking] = useTransition();
  const [isSending, setSending] = useState(false);
  const sends = useRef(false);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  useEffect(() => {
    if (!isSending) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", stay);
    return () => window.removeEventListener("beforeunload", stay);
  }, [isSending]);
  const fresh = useFreshPassword(actions.confirmPassword);

  const preview = (limitIds: string[], asked: Omit<Look, "plans">) =>
    startLooking(async () => {
      setProblem(null);
      const { change } = asked;
      const answer = await callAction(() => actions.previewSeveral({ limitIds, change }));
      if (!answer.ok) return setProblem(answer.problem);
      setResults({});
      setLook({ ...asked, plans: answer.data });
    });

  const setResult = (limitId: string, result: SendingResult | null) =>
    setResults(({ [limitId]: _, ...others }) =>
      result === null ? others : { ...others, [limitId]: result },
    );

  const sendAll = async ({ plans, justification, change }: Look) => {
    const { startsAt, endsAt } = change;
    for (const { limitId, asked, seen } of plansToSend(plans, results)) {
      // Whoever left this screen sees in the list of requests what was sent; nothing else is.
      if (!isHere.current) return;
      setResult(limitId, { at: "sending" });
      const input = { limitId, asked, seen, justification, startsAt, endsAt };
      const answer = await fresh.run(() => actions.submitSeen(input));
      if (answer?.ok) setResult(limitId, { at: "sent", request: answer.data });
      else if (answer && !stopsSending(answer.problem)) {
        setResult(limitId, { at: "refused", problem: answer.problem });
      } else {
        setResult(limitId, null);
        return setProblem(answer?.problem ?? null);
      }
    }
  };

  const send = async () => {
    if (!look || sends.current) return;
    sends.current = true;
    setSending(true);
    setProblem(null);
    try {
      await sendAll(look);
    } finally {
      sends.current = false;
      setSending(false);
    }
  };

  const restart = () => {
    setProblem(null);
    setLook(null);
  };
  return {
    ...{ look, results, problem, isLooking, isSending, preview, send, restart },
    passwordDialog: fresh.dialog,
  };
}
