import type { Tone } from "@/components/ui/tone";

export type ToastTone = Extract<Tone, "pass" | "warn" | "block" | "info">;
export type ToastWords = { tone: ToastTone; title: string; description?: string };

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

/** Calls back when the first toast waits for somebody to take it. */
export function onFirstToast(act: () => void): void {
  ask = act;
  if (waiting.length > 0) act();
}
