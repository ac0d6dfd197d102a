import "server-only";
import { appendToRequestLog, type ApiRequestEntry } from "@/lib/data/request-log";
import { ACQUIRER } from "@/lib/domain/ids";

/** Logs a request of a merchant's key behind its answer; the acquirer's keys are not the merchant's. */
export function logApiRequest(
  merchantId: string,
  request: Omit<ApiRequestEntry, "requestedAt">,
): void {
  if (merchantId === ACQUIRER) return;
  appendToRequestLog(merchantId, { ...request, requestedAt: Date.now() });
}
