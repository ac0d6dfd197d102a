import type { z } from "zod";
import {
  listAddress,
  pageOf,
  type SaidParams,
  sortParam,
  textParam,
  wordParam,
} from "@/lib/contracts/table-params";
import { TERMINAL_STATUSES } from "@/lib/domain/terminals/terminal-status";

/** The order the table comes in. */
export const REGISTRY_SORTED = { sort: "terminal", dir: "asc" } as const;

/** The address of the list of all terminals; whatever cannot be read is as if it were not there. */
const Params = listAddress({
  q: textParam(80),
  status: wordParam(TERMINAL_STATUSES),
  sort: sortParam(["terminal"]),
});
export type RegistryListParams = z.output<typeof Params>;

export const readRegistryListParams = (params: SaidParams): RegistryListParams =>
  Params.parse(params);

export function registryListQuery(params: RegistryListParams) {
  const { q, status } = params;
  return {
    filter: { text: q || null, status },
    page: pageOf(params),
  };
}
