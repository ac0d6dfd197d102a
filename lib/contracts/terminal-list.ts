import type { z } from "zod";
import {
  listAddress,
  pageOf,
  type SaidParams,
  sortParam,
  textParam,
  wordParam,
} from "@/lib/contracts/table-params";
import type { TerminalStatus } from "@/lib/domain/limit-check/snapshot";
import type { PageFrom } from "@/lib/domain/page";
import { TERMINAL_STATUSES } from "@/lib/domain/terminals/terminal-status";

export const TERMINAL_SORTS = ["terminal", "store", "seen"] as const;

/** The address of the terminal list; whatever cannot be read is as if it were not there. */
const Params = listAddress({
  q: textParam(60),
  status: wordParam(TERMINAL_STATUSES),
  store: textParam(200),
  sort: sortParam(TERMINAL_SORTS),
});
export type TerminalListParams = z.output<typeof Params>;

/** The order the table comes in. */
export const TERMINALS_SORTED = { sort: "terminal", dir: "asc" } as const;

export type TerminalListQuery = {
  text: string | null;
  status: TerminalStatus | null;
  store: string | null;
  sort: (typeof TERMINAL_SORTS)[number];
  descending: boolean;
  limit: number;
  from: PageFrom;
  /** How many rows stand before the page. */
  start: number;
};

export function readTerminalListParams(params: SaidParams): TerminalListParams {
  return Params.parse(params);
}

export function terminalListQuery(params: TerminalListParams): TerminalListQuery {
  const { q, status, store, sort } = params;
  return {
    ...{ text: q || null, status, store: store || null, sort },
    ...pageOf(params),
  };
}
