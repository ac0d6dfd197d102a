"use client";

import { useEffect, useState } from "react";
import type { SeveralActions } from "@/components/limit-requests/several-actions";
import { callAction } from "@/components/shell/call-action";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { LimitSelection } from "@/lib/contracts/several-requests";
import type { SelectedLimits } from "@/lib/domain/limit-requests/selected-limits";

/** The selected limits as they stood when they were loaded last; null until they are known. */
export function useSelectedLimits(
  selection: LimitSelection,
  listSelected: SeveralActions["listSelected"],
) {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<ActionResult<SelectedLimits> | null>(null);
  useEffect(() => {
    let isLeft = false;
    void callAction(() => listSelected(selection)).then((found) => {
      if (!isLeft) setAnswer(found);
    });
    return () => {
      isLeft = true;
    };
  }, [selection, listSelected, round]);
  const reload = () => {
    setAnswer(null);
    setRound((last) => last + 1);
  };
  return { answer, reload };
}
