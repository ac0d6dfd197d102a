"use client";

import { useEffect } from "react";
import { signInHref } from "@/components/shell/sign-in-href";

const ASK_EVERY_MS = 60_000;
const USES = ["keydown", "pointerdown", "wheel"] as const;

/**
 * Leaves for the sign-in page once the session is over, so that nothing stays on a screen nobody
 * watches. Asking is no activity, unless the person has used the page since it last asked.
 */
export function SessionWatch() {
  useEffect(() => {
    let isUsed = false;
    const noteUse = () => {
      isUsed = true;
    };
    const ask = async () => {
      const headers: HeadersInit = isUsed ? {} : { "x-background": "1" };
      isUsed = false;
      const answer = await fetch("/api/session", { headers, cache: "no-store" }).catch(() => null);
      if (answer?.status === 401) window.location.assign(signInHref());
    };
    const askWhenSeen = () => {
      if (document.visibilityState === "visible") void ask();
    };
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    for (const use of USES) window.addEventListener(use, noteUse, { passive: true });
    document.addEventListener("visibilitychange", askWhenSeen);
    return () => {
      clearInterval(timer);
      for (const use of USES) window.removeEventListener(use, noteUse);
      document.removeEventListener("visibilitychange", askWhenSeen);
    };
  }, []);
  return null;
}
