import type { z } from "zod";
import {
  listAddress,
  pageOf,
  type SaidParams,
  sortParam,
  textParam,
  wordParam,
} from "@/lib/contracts/table-params";
import { LIMIT_SCOPES, WINDOWS } from "@/lib/domain/limits/limit";

/** The order the table comes in. */
export const LIMITS_SORTED = { sort: "limit", dir: "asc" } as const;

/** The address of the table of limits; whatever cannot be read is as if it were not there. */
const Params = listAddress({
  q: textParam(60),
  scope: wordParam(LIMIT_SCOPES),
  window: wordParam(WINDOWS),
  sort: sortParam(["limit", "window", "used"]),
});
export type LimitListParams = z.output<typeof Params>;

export const readLimitListParams = (params: SaidParams): LimitListParams => Params.parse(params);

export function limitListQuery(params: LimitListParams) {
  const { q, scope, window, sort } = params;
  return {
    filter: { text: q || null, scope, window },
    page: { sort, ...pageOf(params) },
  };
}
