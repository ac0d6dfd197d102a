"use client";

import { useMemo, useSyncExternalStore } from "react";
import { keptSelection } from "@/components/bulk-edits/kept-selection";
import { Selection } from "@/lib/contracts/imports/bulk-edit";

const subscribe = () => () => undefined;

function readSelection(text: string): Selection | null {
  try {
    return Selection.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** What was selected in a list; null = nothing, undefined while the page is not in a browser yet. */
export function useKeptSelection(): Selection | null | undefined {
  const text = useSyncExternalStore(subscribe, keptSelection, () => null);
  return useMemo(() => (text === null ? undefined : readSelection(text)), [text]);
}
