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
import { SHOWN_STATES } from "@/lib/domain/limit-requests/request-state";
import { WINDOWS } from "@/lib/domain/limits/limit";

/** The order the table comes in. */
export const REQUESTS_SORTED = { sort: "asked", dir: "desc" } as const;

/** The address of the list of requests; whatever cannot be read is as if it were not there. */
const Params = z.object({
  q: textParam(60),
  state: wordParam(SHOWN_STATES),
  window: wordParam(WINDOWS),
  sort: sortParam(["asked"]),
  dir: sortParam(["desc", "asc"]),
  ...TABLE_PARAMS,
});
export type LimitRequestListParams = z.output<typeof Params>;

export const readLimitRequestListParams = (params: SaidParams): LimitRequestListParams =>
  Params.parse(params);

export function limitRequestListQuery(params: LimitRequestListParams) {
  const { q, state, window, dir } = params;
  return {
    filter: { text: q || null, state, window },
    page: { descending: dir === "desc", limit: ROWS_PER_PAGE, ...pageFrom(params) },
  };
}
