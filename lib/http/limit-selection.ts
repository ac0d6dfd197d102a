import "server-only";
import { limitListQuery, readLimitListParams } from "@/lib/contracts/limit-list";
import type { LimitSelection as Kept } from "@/lib/contracts/several-requests";
import type { LimitSelection } from "@/lib/use-cases/limit-requests/list-selected-limits";

/** What a person selected in the table of limits, as the table itself reads its address. */
export function limitSelectionOf(kept: Kept): LimitSelection {
  if ("ids" in kept) return { limitIds: [...new Set(kept.ids)] };
  const params = Object.fromEntries(new URLSearchParams(kept.query));
  return { filter: limitListQuery(readLimitListParams(params)).filter };
}
