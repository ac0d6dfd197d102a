import type { Instant } from "@/lib/domain/instant";
import { headroomAt } from "@/lib/domain/limit-check/headroom";
import type { Attributes, CheckSnapshot } from "@/lib/domain/limit-check/snapshot";
import {
  CARD_ORIGINS,
  type CardOrigin,
  ENTRY_MODES,
  type EntryMode,
  FUNDING_SOURCES,
  type FundingSource,
  type LimitState,
} from "@/lib/domain/limits/limit";

/** The values of one attribute for which the same largest charge holds. */
export type CardHeadroom = {
  values: readonly (EntryMode | FundingSource | CardOrigin)[];
  amountMinor: number | null;
};

const enabledOf = <T>(enabled: readonly T[], all: readonly T[]) =>
  enabled.length === 0 ? all : enabled;

/** The one attribute the limits filter by, as the charges it tells apart; null for none or several. */
function chargesToldApart({ terminal, limits }: CheckSnapshot): Partial<Attributes>[] | null {
  if (terminal === null || terminal === "other_merchant") return null;
  const isFiltered = (by: (limit: LimitState) => readonly unknown[]) =>
    limits.some((limit) => by(limit).length > 0);
  const kinds: Partial<Attributes>[][] = [];
  if (isFiltered(({ filters }) => filters.entryModes)) {
    kinds.push(enabledOf(terminal.entryModes, ENTRY_MODES).map((entryMode) => ({ entryMode })));
  }
  if (isFiltered(({ filters }) => filters.fundingSources)) {
    const sources = enabledOf(terminal.fundingSources, FUNDING_SOURCES);
    kinds.push(sources.map((fundingSource) => ({ fundingSource })));
  }
  if (isFiltered(({ filters }) => filters.cardOrigins)) {
    kinds.push(enabledOf(terminal.cardOrigins, CARD_ORIGINS).map((cardOrigin) => ({ cardOrigin })));
  }
  return kinds.length === 1 ? (kinds[0] ?? null) : null;
}

const mostFirst = (one: CardHeadroom, other: CardHeadroom) =>
  (other.amountMinor ?? Infinity) - (one.amountMinor ?? Infinity);

/**
 * The largest charge by the attribute the limits filter by, the most first: what a terminal can still take
 * though one kind of card is used up. Null when it is the same for every card, or depends on more than one.
 */
export function headroomByCard(
  snapshot: CheckSnapshot,
  attributes: Attributes,
  at: Instant,
): CardHeadroom[] | null {
  const found = new Map<number | null, CardHeadroom["values"][number][]>();
  for (const told of chargesToldApart(snapshot) ?? []) {
    const { amountMinor } = headroomAt(snapshot, { ...attributes, ...told }, at);
    const [value] = Object.values(told) as CardHeadroom["values"];
    if (value !== undefined) found.set(amountMinor, [...(found.get(amountMinor) ?? []), value]);
  }
  if (found.size < 2) return null;
  return [...found].map(([amountMinor, values]) => ({ values, amountMinor })).toSorted(mostFirst);
}
