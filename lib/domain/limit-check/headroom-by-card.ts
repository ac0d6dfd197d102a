import type { Instant } from "@/lib/domain/instant";
import { bindingLimits } from "@/lib/domain/limit-check/binding-limits";
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

type Told = { value: CardHeadroom["values"][number]; attributes: Partial<Attributes> };

const enabledOf = <T>(enabled: readonly T[], all: readonly T[]) =>
  enabled.length === 0 ? all : enabled;

/** The one attribute the limits of the moment filter by, as the charges it tells apart; none for none or several. */
function chargesToldApart(snapshot: CheckSnapshot, attributes: Attributes, at: Instant): Told[] {
  const { terminal } = snapshot;
  if (terminal === null || terminal === "other_merchant") return [];
  const limits = bindingLimits(snapshot, attributes, at).map(({ limit }) => limit);
  const isFiltered = (by: (limit: LimitState) => readonly unknown[]) =>
    limits.some((limit) => by(limit).length > 0);
  const kinds: Told[][] = [];
  if (isFiltered(({ filters }) => filters.entryModes)) {
    const modes = enabledOf(terminal.entryModes, ENTRY_MODES);
    kinds.push(modes.map((value) => ({ value, attributes: { entryMode: value } })));
  }
  if (isFiltered(({ filters }) => filters.fundingSources)) {
    const sources = enabledOf(terminal.fundingSources, FUNDING_SOURCES);
    kinds.push(sources.map((value) => ({ value, attributes: { fundingSource: value } })));
  }
  if (isFiltered(({ filters }) => filters.cardOrigins)) {
    const origins = enabledOf(terminal.cardOrigins, CARD_ORIGINS);
    kinds.push(origins.map((value) => ({ value, attributes: { cardOrigin: value } })));
  }
  return kinds.length === 1 ? kinds.flat() : [];
}

const orUnlimited = ({ amountMinor }: CardHeadroom) => amountMinor ?? Infinity;

/**
 * The largest charge by the attribute the limits filter by, the most first: what a terminal can still take
 * though one kind of card is used up. Null when it is the same for every card, or depends on more than one.
 */
export function headroomByCard(
  snapshot: CheckSnapshot,
  attributes: Attributes,
  at: Instant,
): CardHeadroom[] | null {
  const found = new Map<number | null, Told["value"][]>();
  for (const told of chargesToldApart(snapshot, attributes, at)) {
    const { amountMinor } = headroomAt(snapshot, { ...attributes, ...told.attributes }, at);
    found.set(amountMinor, [...(found.get(amountMinor) ?? []), told.value]);
  }
  if (found.size < 2) return null;
  return [...found]
    .map(([amountMinor, values]) => ({ values, amountMinor }))
    .toSorted((one, other) => orUnlimited(other) - orUnlimited(one));
}
