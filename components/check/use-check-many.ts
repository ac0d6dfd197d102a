"use client";

import { useRef, useState, useTransition } from "react";
import type { CheckedCharge, RunChecks } from "@/components/check/check-actions";
import { callAction } from "@/components/shell/call-action";
import type { ActionProblem } from "@/lib/contracts/action-result";
import type { PastedRow } from "@/lib/contracts/pasted-charges";

/** The rows of what was pasted, each with its recorded answer once it has one. */
export type JudgedRow = { row: PastedRow; checked: CheckedCharge | null };

/** Judges the readable rows; what is pasted anew drops the answers, late ones included. */
export function useCheckMany(runChecks: RunChecks) {
  const [answers, setAnswers] = useState<ReadonlyMap<number, CheckedCharge>>(new Map());
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const [pending, startTransition] = useTransition();
  const latest = useRef(0);

  const forget = () => {
    latest.current++;
    setAnswers(new Map());
    setProblem(null);
  };

  const run = (rows: readonly PastedRow[]) => {
    const turn = ++latest.current;
    const readable = rows.flatMap((row, at) => (row.ok ? [{ at, charge: row.proposal }] : []));
    startTransition(async () => {
      const charges = readable.map(({ charge }) => charge);
      const answer = await callAction(() => runChecks({ charges }));
      if (turn !== latest.current) return;
      setProblem(answer.ok ? null : answer.problem);
      if (!answer.ok) return;
      const pairs = readable.flatMap(({ at }, index) => {
        const checked = answer.data[index];
        return checked ? [[at, checked] as const] : [];
      });
      setAnswers(new Map(pairs));
    });
  };

  const judge = (rows: readonly PastedRow[]): JudgedRow[] =>
    rows.map((row, at) => ({ row, checked: answers.get(at) ?? null }));

  return { judge, run, forget, problem, pending, isAnswered: answers.size > 0 };
}
