"use client";

import { useMemo, useSyncExternalStore } from "react";
import type { z } from "zod";
import { keptSelection } from "@/components/bulk-edits/kept-selection";

const subscribe = () => () => undefined;

function readSelection<T>(text: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** What was selected in a list this schema knows; null = nothing, undefined while the page is not in a browser yet. */
export function useKeptSelection<T>(schema: z.ZodType<T>): T | null | undefined {
  const text = useSyncExternalStore(subscribe, keptSelection, () => null);
  return useMemo(() => (text === null ? undefined : readSelection(text, schema)), [text, schema]);
}
