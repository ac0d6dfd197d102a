import type { LimitIdentity } from "@/lib/domain/limits/limit";

const sorted = (values: readonly (string | number)[]) => [...new Set(values)].sort().join(",");

/** The text that tells two limits apart: scope target, window with its seconds, currency, filters. */
export function naturalKeyOf(limit: Omit<LimitIdentity, "limitId">): string {
  const { filters } = limit;
  return [
    limit.scope,
    limit.terminalId ?? limit.store ?? "",
    limit.windowSeconds === null ? limit.window : `${limit.window}:${limit.windowSeconds}`,
    limit.currency,
    sorted(filters.entryModes),
    sorted(filters.fundingSources),
    sorted(filters.cardOrigins),
    filters.timeFrom === null ? "" : `${filters.timeFrom}-${filters.timeTo ?? ""}`,
    sorted(filters.daysOfWeek),
  ].join("|");
}
