"use client";

import { useRef, useState, useTransition } from "react";
import type { CheckActions, RecordedCheck } from "@/components/check/check-actions";
import { callAction } from "@/components/shell/call-action";
import type { ActionProblem } from "@/lib/contracts/action-result";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";

export type AnsweredCheck = RecordedCheck & { proposal: Proposal };

type Initial = { terminalId: string; snapshot: CheckSnapshot | null };

const isSame = (a: Proposal, b: Proposal) =>
  (
    ["terminalId", "amountMinor", "currency", "entryMode", "fundingSource", "cardOrigin"] as const
  ).every((key) => a[key] === b[key]) && a.cardExpiry === b.cardExpiry;

/** The terminal's snapshot for the preview, and the last recorded answer; late answers are dropped. */
export function useCheck(initial: Initial, actions: CheckActions) {
  const [snapshot, setSnapshot] = useState({ of: initial.terminalId, value: initial.snapshot });
  const [answered, setAnswered] = useState<AnsweredCheck | null>(null);
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const [pending, startTransition] = useTransition();
  const latest = useRef(0);

  const load = async (terminalId: string) => {
    setSnapshot({ of: terminalId, value: null });
    const loaded = await callAction(() => actions.loadSnapshot(terminalId));
    setProblem(loaded.ok ? null : loaded.problem);
    if (loaded.ok) {
      setSnapshot((now) => (now.of === terminalId ? { of: terminalId, value: loaded.data } : now));
    }
  };

  const run = (proposal: Proposal) => {
    const turn = ++latest.current;
    startTransition(async () => {
      const answer = await callAction(() => actions.runCheck(proposal));
      if (turn !== latest.current) return;
      setProblem(answer.ok ? null : answer.problem);
      if (!answer.ok) return;
      setAnswered({ ...answer.data, proposal });
      setSnapshot({ of: proposal.terminalId, value: answer.data.snapshot });
    });
  };

  const answerTo = (proposal: Proposal | null) =>
    proposal && answered && isSame(answered.proposal, proposal) ? answered : null;

  return { snapshot: snapshot.value, problem, pending, load, run, answerTo };
}
