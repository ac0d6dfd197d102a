"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";

const EVERY_MS = 20_000;

const isForPage = (init: RequestInit | undefined): boolean =>
  init?.method !== "POST" && new Headers(init?.headers).has("rsc");

/**
 * Marks what Next asks of the server as the page's own doing while `isRefreshing` says so; its refresh
 * takes no header. What the person does meanwhile is told by the session watch.
 */
function markRefreshes(isRefreshing: () => boolean): () => void {
  const plain = window.fetch;
  const marking: typeof fetch = (input, init) => {
    if (!isRefreshing() || !isForPage(init)) return plain(input, init);
    const headers = new Headers(init?.headers);
    headers.set("x-background", "1");
    return plain(input, { ...init, headers });
  };
  window.fetch = marking;
  return () => {
    if (window.fetch === marking) window.fetch = plain;
  };
}

/** Brings the page's figures up to date by itself while it is looked at; never counts as activity. */
export function LiveRefresh() {
  const router = useRouter();
  const isRefreshing = useRef(false);
  const [isPending, startTransition] = useTransition();

  useEffect(() => {
    if (!isPending) isRefreshing.current = false;
  }, [isPending]);

  useEffect(() => {
    const unmark = markRefreshes(() => isRefreshing.current);
    const refresh = () => {
      if (document.visibilityState !== "visible" || !navigator.onLine) return;
      isRefreshing.current = true;
      startTransition(() => router.refresh());
    };
    const timer = setInterval(refresh, EVERY_MS);
    window.addEventListener("online", refresh);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", refresh);
      unmark();
    };
  }, [router]);
  return null;
}
