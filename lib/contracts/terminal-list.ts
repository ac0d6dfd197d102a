import { z } from "zod";
import { readCursor } from "@/lib/contracts/list-cursor";
import { plainWidth } from "@/lib/contracts/search-params";
import type { TerminalStatus } from "@/lib/domain/limit-check/snapshot";

export const TERMINAL_STATUSES = ["inventory", "deployed", "inactive", "lost", "retired"] as const;
export const TERMINAL_SORTS = ["terminal", "store", "seen"] as const;
export const TERMINALS_PER_PAGE = 25;

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The address of the terminal list; whatever cannot be read is as if it were not there. */
const Params = z.object({
  q: z.preprocess(one, z.string().trim().max(60).transform(plainWidth).catch("")),
  status: z.preprocess(one, z.enum(TERMINAL_STATUSES).nullable().catch(null)),
  store: z.preprocess(one, z.string().max(200).catch("")),
  sort: z.preprocess(one, z.enum(TERMINAL_SORTS).catch("terminal")),
  dir: z.preprocess(one, z.enum(["asc", "desc"]).catch("asc")),
  after: z.preprocess(one, z.string().optional().catch(undefined)),
  before: z.preprocess(one, z.string().optional().catch(undefined)),
});
export type TerminalListParams = z.output<typeof Params>;

export type TerminalListQuery = {
  text: string | null;
  status: TerminalStatus | null;
  store: string | null;
  sort: (typeof TERMINAL_SORTS)[number];
  descending: boolean;
  limit: number;
  from: { key: { value: string; terminalId: string }; backwards: boolean } | null;
  /** How many rows stand before the page. */
  start: number;
};

export function readTerminalListParams(params: Record<string, unknown>): TerminalListParams {
  return Params.parse(params);
}

export function terminalListQuery(params: TerminalListParams): TerminalListQuery {
  const { q, status, store, sort, dir, after, before } = params;
  const cursor = readCursor(after ?? before);
  return {
    ...{ text: q || null, status, store: store || null, sort },
    descending: dir === "desc",
    limit: TERMINALS_PER_PAGE,
    from: cursor && {
      key: { value: cursor.value, terminalId: cursor.id },
      backwards: after === undefined,
    },
    start: cursor?.start ?? 0,
  };
}
