import type { z } from "zod";
import {
  listAddress,
  pageOf,
  type SaidParams,
  sortParam,
  textParam,
  wordParam,
} from "@/lib/contracts/table-params";
import { SHOWN_STATES } from "@/lib/domain/limit-requests/request-state";
import { WINDOWS } from "@/lib/domain/limits/limit";

/** The order the table comes in. */
export const REQUESTS_SORTED = { sort: "asked", dir: "desc" } as const;

/** The address of the list of requests; whatever cannot be read is as if it were not there. */
const Params = listAddress(
  {
    q: textParam(60),
    state: wordParam(SHOWN_STATES),
    window: wordParam(WINDOWS),
    sort: sortParam(["asked"]),
  },
  ["desc", "asc"],
);
export type LimitRequestListParams = z.output<typeof Params>;

export const readLimitRequestListParams = (params: SaidParams): LimitRequestListParams =>
  Params.parse(params);

export function limitRequestListQuery(params: LimitRequestListParams) {
  const { q, state, window } = params;
  return {
    filter: { text: q || null, state, window },
    page: pageOf(params),
  };
}
