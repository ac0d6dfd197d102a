import type { Suggestion } from "@/lib/domain/limit-check/check-result";

type LimitChange = Extract<Suggestion, { kind: "request_limit_change" }>;

/** The request form, filled with the least change that lets the charge of a check pass. */
export function requestHref(change: LimitChange, checkId: string | null): string {
  const query = new URLSearchParams({ limit: change.limitId });
  if (change.maxAmountMinor !== undefined) query.set("max_amount", String(change.maxAmountMinor));
  if (change.maxCount !== undefined) query.set("max_count", String(change.maxCount));
  if (change.minAmountMinor !== undefined) query.set("min_amount", String(change.minAmountMinor));
  if (checkId) query.set("check", checkId);
  return `/limit-requests/new?${query}`;
}
