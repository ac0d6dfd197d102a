import "server-only";
import type { Exchange } from "@/lib/http/serve-route";
import { plainLogger } from "@/lib/platform/logger";
import { requestSeconds } from "@/lib/platform/metrics";

type Observer = { observe: (seconds: number) => void };

// Looking a label set up costs more than observing.
const observers = new Map<string, Observer>();

function observerOf(route: string, method: string, status: number): Observer {
  const name = `${method} ${route} ${status}`;
  let observer = observers.get(name);
  if (!observer) {
    observer = requestSeconds.labels(route, method, String(status));
    observers.set(name, observer);
  }
  return observer;
}

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Counts a request and writes its line; the route is named by its pattern, so that no id is logged. */
export function recordRequest(
  route: string,
  method: string,
  status: number,
  startedAt: number,
  { requestId, keyId }: Exchange,
): void {
  const ms = performance.now() - startedAt;
  observerOf(route, METHODS.has(method) ? method : "other", status).observe(ms / 1000);
  plainLogger.info(
    { route, method, status, ms: Math.round(ms * 100) / 100, requestId, keyId },
    "request",
  );
}
