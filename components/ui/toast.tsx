"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import type { Tone } from "@/components/ui/tone";

export type ToastTone = Extract<Tone, "pass" | "warn" | "block" | "info">;
export type ToastWords = { tone: ToastTone; title: string; description?: string };
export type ToastLabels = { closeLabel: string; regionLabel: string };

const waiting: ToastWords[] = [];
let deliver: ((toast: ToastWords) => void) | null = null;
let ask: () => void = () => undefined;

/** Says that something happened. */
export function showToast(tone: ToastTone, title: string, description?: string): void {
  const toast = { tone, title, description };
  if (deliver) return deliver(toast);
  waiting.push(toast);
  ask();
}

/** Hands over those that wait, and from now on each at once. */
export function takeToasts(take: (toast: ToastWords) => void): void {
  deliver = take;
  waiting.splice(0).forEach(take);
}

const ToastStack = lazy(async () => ({
  default: (await import("@/components/ui/toast-stack")).ToastStack,
}));

/** Where they appear; what draws them is fetched with the first one. */
export function Toasts(labels: ToastLabels) {
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    ask = () => setAsked(true);
    if (waiting.length > 0) ask();
  }, []);
  return <Suspense>{isAsked && <ToastStack {...labels} />}</Suspense>;
}
