import type { LimitScope, LimitValues, Window } from "@/lib/domain/limits/limit";
import type { ImportNoun } from "@/lib/domain/imports/import-plan";
import type { MerchantStatus, TerminalStatus } from "@/lib/domain/limit-check/snapshot";

/** The lists whose rows can be selected and edited together. */
export const BULK_LISTS = ["merchants", "registry"] as const;
export type BulkList = (typeof BULK_LISTS)[number];

/** At most this many rows are edited together; limits of no more merchants than an import may name. */
export const MOST_SELECTED = 5_000;

/** A terminal is told by its merchant too, a merchant by itself. */
export const terminalRowId = (row: { merchantId: string; terminalId: string }): string =>
  `${row.merchantId} ${row.terminalId}`;

export const LIMIT_METRICS = ["max_amount", "max_count", "min_amount"] as const;
export type LimitMetric = (typeof LIMIT_METRICS)[number];

export const VALUE_OF = {
  max_amount: "maxAmountMinor",
  max_count: "maxCount",
  min_amount: "minAmountMinor",
} as const satisfies Record<LimitMetric, keyof LimitValues>;

export const LIMIT_STEPS = ["percent", "add", "subtract", "set"] as const;

/** How a value changes: to so many hundredths of a percent of itself, by so much, or to so much. */
export type LimitStep = { by: (typeof LIMIT_STEPS)[number]; value: number };

/** One value of the limits of one window and currency, of all selected merchants or terminals. */
export type LimitEdit = {
  kind: "limits";
  scopes: LimitScope[];
  window: Window;
  currency: string;
  /** Also limits that count only some cards, ways to read them, hours or days. */
  withFilters: boolean;
  metric: LimitMetric;
  step: LimitStep;
};

/** The status of all selected merchants. */
export type StatusEdit = { kind: "status"; status: MerchantStatus; reason: string };

/** The status of all selected terminals. */
export type TerminalStatusEdit = {
  kind: "terminal_status";
  status: TerminalStatus;
  reason: string;
};

export type BulkEdit = LimitEdit | StatusEdit | TerminalStatusEdit;

/** The kind of rows that an edit becomes. */
export const NOUN_OF_EDIT = {
  limits: "limits",
  status: "merchants",
  terminal_status: "terminals",
} as const satisfies Record<BulkEdit["kind"], ImportNoun>;

/** Merchants and terminals each have statuses of their own; limits are changed in either list. */
export const BULK_KINDS = {
  merchants: ["limits", "status"],
  registry: ["limits", "terminal_status"],
} as const satisfies Record<BulkList, readonly BulkEdit["kind"][]>;
