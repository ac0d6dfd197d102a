import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { LimitState } from "@/lib/domain/limits/limit";
import { mostUsed } from "@/lib/domain/limits/limit-row";
import { viewLimit } from "@/lib/domain/limits/limit-view";

type Wanted = { at: Instant; cutOver: CutOver; descending: boolean };

/** Of limits the ids by the percent of them that is used; where nothing counts, last both ways, and equals by id. */
export function orderByUse(
  limits: readonly LimitState[],
  { at, cutOver, descending }: Wanted,
): string[] {
  const placed = limits.map((limit) => {
    const view = viewLimit(limit, at, cutOver);
    const measure = view && mostUsed(view);
    return { id: limit.limitId, percent: measure?.percentUsed ?? null };
  });
  placed.sort((one, other) => {
    if (one.percent === other.percent) return one.id < other.id ? -1 : 1;
    if (one.percent === null) return 1;
    if (other.percent === null) return -1;
    return descending ? other.percent - one.percent : one.percent - other.percent;
  });
  return placed.map(({ id }) => id);
}
