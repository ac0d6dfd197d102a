import type { Instant } from "@/lib/domain/instant";

export const WINDOWS = ["per_transaction", "daily", "weekly", "monthly", "rolling"] as const;
export type Window = (typeof WINDOWS)[number];

/** A rolling window is 60 seconds to 7 days long, both included. */
export const MIN_WINDOW_SECONDS = 60;
export const MAX_WINDOW_SECONDS = 604_800;

export const LIMIT_SCOPES = ["terminal", "store", "merchant"] as const;
export type LimitScope = (typeof LIMIT_SCOPES)[number];

export const ENTRY_MODES = [
  "chip",
  "magnetic_stripe",
  "contactless",
  "qr_static",
  "qr_dynamic",
  "key_entered",
  "ecommerce",
] as const;
export type EntryMode = (typeof ENTRY_MODES)[number];

export const FUNDING_SOURCES = ["debit", "credit", "prepaid"] as const;
export type FundingSource = (typeof FUNDING_SOURCES)[number];

export const CARD_ORIGINS = ["domestic", "foreign"] as const;
export type CardOrigin = (typeof CARD_ORIGINS)[number];

export const LIMIT_STATUSES = ["scheduled", "active", "superseded", "expired", "disabled"] as const;
export type LimitStatus = (typeof LIMIT_STATUSES)[number];

/** Empty lists and null times mean "any". Times are HH:MM in the merchant's zone, end exclusive. */
export type LimitFilters = {
  entryModes: readonly EntryMode[];
  fundingSources: readonly FundingSource[];
  cardOrigins: readonly CardOrigin[];
  timeFrom: string | null;
  timeTo: string | null;
  daysOfWeek: readonly number[];
};

/** The values of one version: null = no limit, 0 = nothing allowed; minor units of `currency`. */
export type LimitValues = {
  maxAmountMinor: number | null;
  maxCount: number | null;
  minAmountMinor: number | null;
};

/**
 * One version of a limit. In force at a moment: the newest temporary version then running, else the
 * base that started last (if that base has ended: none). `startsAt` null = since ever. A superseded
 * base stays listed, for it still rules the past; only `disabled` (withdrawn) versions never bind.
 */
export type LimitVersion = LimitValues & {
  version: number;
  kind: "base" | "temporary";
  warnPercent: number;
  startsAt: Instant | null;
  endsAt: Instant | null;
  status: "active" | "disabled";
};

/** What one limit is and whom it binds; its id stays through all versions. */
export type LimitIdentity = {
  limitId: string;
  scope: LimitScope;
  store: string | null;
  terminalId: string | null;
  window: Window;
  windowSeconds: number | null;
  currency: string;
  filters: LimitFilters;
};

/** What is counted in one window of a limit (start inclusive, end exclusive); minor units. */
export type CounterState = {
  windowStart: Instant;
  windowEnd: Instant;
  usedAmountMinor: number;
  usedCount: number;
  reservedAmountMinor: number;
  reservedCount: number;
};

/** What is used of a rolling limit from one moment: it leaves its window `windowSeconds` later. */
export type RollingEntry = readonly [at: Instant, amountMinor: number, count: number];

/**
 * A limit with its versions (in force or to come) and its counters: every window that ends after the
 * moment asked about and has something counted. A window without a counter has nothing counted. A
 * rolling limit has one counter, of the window (t - s, t] of that moment t: it ends when the oldest one
 * counted leaves. `entries`, oldest first, are what is used of a rolling limit after t - s, less what was
 * given back; left out, nothing is known of when it leaves.
 */
export type LimitState = LimitIdentity & {
  versions: readonly LimitVersion[];
  counters: readonly CounterState[];
  entries?: readonly RollingEntry[];
};
