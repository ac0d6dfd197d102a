"use client";

import { useSyncExternalStore } from "react";
import { readApiKey } from "@/lib/domain/access/api-key-format";

/** How every test key begins. */
export const TEST_KEY_START = "hr_test_";

const STORED = "headroom-try-key";

export type TryKeyFault = "missing" | "live" | "unknown";

/** Why a key is not one to try with; null for a whole test key, and only that. */
export function faultOfTryKey(key: string): TryKeyFault | null {
  if (key === "") return "missing";
  if (key.startsWith("hr_live_")) return "live";
  return readApiKey(key) === "test" ? null : "unknown";
}

// One key for all operations of the page; kept over a reload of this tab once it is a test key.
let typed: string | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const keyNow = (): string => (typed ??= sessionStorage.getItem(STORED) ?? "");

export function setTryKey(key: string): void {
  typed = key.trim();
  if (faultOfTryKey(typed) === null) sessionStorage.setItem(STORED, typed);
  else sessionStorage.removeItem(STORED);
  for (const listener of listeners) listener();
}

export const useTryKey = (): string => useSyncExternalStore(subscribe, keyNow, () => "");
