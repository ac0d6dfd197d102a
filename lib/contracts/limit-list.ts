import { z } from "zod";
import {
  pageFrom,
  ROWS_PER_PAGE,
  type SaidParams,
  sortParam,
  TABLE_PARAMS,
  textParam,
  wordParam,
} from "@/lib/contracts/table-params";
import { LIMIT_SCOPES, WINDOWS } from "@/lib/domain/limits/limit";

/** The order the table comes in. */
export const LIMITS_SORTED = { sort: "limit", dir: "asc" } as const;

/** The address of the table of limits; whatever cannot be read is as if it were not there. */
const Params = z.object({
  q: textParam(60),
  scope: wordParam(LIMIT_SCOPES),
  window: wordParam(WINDOWS),
  sort: sortParam(["limit", "window"]),
  dir: sortParam(["asc", "desc"]),
  ...TABLE_PARAMS,
});
export type LimitListParams = z.output<typeof Params>;

export const readLimitListParams = (params: SaidParams): LimitListParams => Params.parse(params);

export function limitListQuery(params: LimitListParams) {
  const { q, scope, window, sort, dir } = params;
  return {
    filter: { text: q || null, scope, window },
    page: { sort, descending: dir === "desc", limit: ROWS_PER_PAGE, ...pageFrom(params) },
  };
}
