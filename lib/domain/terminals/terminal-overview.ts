import { type ComplianceStatus, complianceStatus } from "@/lib/domain/compliance";
import type { Instant } from "@/lib/domain/instant";
import type { Headroom } from "@/lib/domain/limit-check/check-result";
import { headroomAt } from "@/lib/domain/limit-check/headroom";
import { type CardHeadroom, headroomByCard } from "@/lib/domain/limit-check/headroom-by-card";
import type { CheckSnapshot, TerminalState } from "@/lib/domain/limit-check/snapshot";
import type { LimitState } from "@/lib/domain/limits/limit";
import { type LimitView, viewLimit } from "@/lib/domain/limits/limit-view";

/** A terminal as registered and as it last spoke of itself. */
export type TerminalRecord = TerminalState & {
  name: string | null;
  model: string | null;
  appVersion: string | null;
  network: string | null;
  rttMs: number | null;
  /** Why its status last changed; null = it never did, or nobody said. */
  statusReason: string | null;
  /** When its status last changed; null = it never did. */
  statusSince: Instant | null;
};

/** Everything a check of one merchant reads but the terminal and its limits. */
export type MerchantFrame = Omit<CheckSnapshot, "terminal" | "limits">;

/** A terminal with what may still be charged on it and every limit that applies to it. */
export type TerminalOverview = {
  terminal: TerminalRecord;
  currency: string;
  headroom: Headroom;
  /** By kind of card, where that makes a difference. */
  headroomByCard: CardHeadroom[] | null;
  /** Its own first, then the store's, then the merchant's; of each the shortest window first. */
  limits: readonly LimitView[];
  compliance: ComplianceStatus;
};

/** The merchant's currency where the terminal takes it, else the first the terminal takes. */
export function currencyOf(terminal: TerminalState, merchantCurrency: string): string {
  const { currencies } = terminal;
  if (currencies.length === 0 || currencies.includes(merchantCurrency)) return merchantCurrency;
  return currencies[0] ?? merchantCurrency;
}

export function snapshotOf(
  frame: MerchantFrame,
  terminal: TerminalState,
  limits: readonly LimitState[],
): CheckSnapshot {
  return { ...frame, terminal, limits };
}

const WIDTH = { merchant: 0, store: 1, terminal: 2 };
const SECONDS = {
  per_transaction: 0,
  rolling: 0,
  daily: 86_400,
  weekly: 604_800,
  monthly: 2_592_000,
};

/** How long a limit counts; a rolling one comes after one as long by the calendar. */
const lengthOf = ({ window, windowSeconds }: LimitView) =>
  windowSeconds === null ? SECONDS[window] : windowSeconds + 1;

function nearestFirst(one: LimitView, other: LimitView): number {
  return (
    WIDTH[other.scope] - WIDTH[one.scope] ||
    lengthOf(one) - lengthOf(other) ||
    (one.limitId < other.limitId ? -1 : 1)
  );
}

/** How a terminal stands at a moment; its own limits come first, then the store's and the merchant's. */
export function overviewOf(
  frame: MerchantFrame,
  terminal: TerminalRecord,
  limits: readonly LimitState[],
  at: Instant,
): TerminalOverview {
  const { terminalId } = terminal;
  const currency = currencyOf(terminal, frame.merchant?.currency ?? "CNY");
  const snapshot = snapshotOf(frame, terminal, limits);
  const { requirements, acquirer } = frame;
  return {
    terminal,
    currency,
    headroom: headroomAt(snapshot, { terminalId, currency }, at),
    headroomByCard: headroomByCard(snapshot, { terminalId, currency }, at),
    limits: limits.flatMap((limit) => viewLimit(limit, at, acquirer) ?? []).toSorted(nearestFirst),
    compliance: complianceStatus(requirements, terminalId, at, acquirer.dueSoonDays),
  };
}

/** The largest single charge that would pass now, by the kind of card with the most left; null = any. */
export const mostOf = ({ headroom, headroomByCard }: TerminalOverview): number | null =>
  headroomByCard?.[0] ? headroomByCard[0].amountMinor : headroom.amountMinor;
