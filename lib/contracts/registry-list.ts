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
import { TERMINAL_STATUSES } from "@/lib/contracts/terminal-list";

/** The order the table comes in. */
export const REGISTRY_SORTED = { sort: "terminal", dir: "asc" } as const;

/** The address of the list of all terminals; whatever cannot be read is as if it were not there. */
const Params = z.object({
  q: textParam(80),
  status: wordParam(TERMINAL_STATUSES),
  sort: sortParam(["terminal"]),
  dir: sortParam(["asc", "desc"]),
  ...TABLE_PARAMS,
});
export type RegistryListParams = z.output<typeof Params>;

export const readRegistryListParams = (params: SaidParams): RegistryListParams =>
  Params.parse(params);

export function registryListQuery(params: RegistryListParams) {
  const { q, status, dir } = params;
  return {
    filter: { text: q || null, status },
    page: { descending: dir === "desc", limit: ROWS_PER_PAGE, ...pageFrom(params) },
  };
}
