import { z } from "zod";
import { listOf, oneOf, optionalInteger, optionalText } from "@/lib/contracts/imports/cells";
import { parseInstant } from "@/lib/contracts/instant";
import { merchantId } from "@/lib/contracts/record-ids";
import { isCurrency } from "@/lib/domain/currencies";
import { TERMINAL_ID_PATTERN } from "@/lib/domain/ids";
import { isTimeOfDay } from "@/lib/domain/limits/active-hours";
import {
  CARD_ORIGINS,
  ENTRY_MODES,
  FUNDING_SOURCES,
  type LimitFilters,
  type LimitIdentity,
  type LimitScope,
  MAX_WINDOW_SECONDS,
  MIN_WINDOW_SECONDS,
  WINDOWS,
} from "@/lib/domain/limits/limit";
import { naturalKeyOf } from "@/lib/domain/limits/natural-key";
import { MAX_AMOUNT_MINOR } from "@/lib/domain/money";

const moment = z
  .string()
  .transform((cell, context) => {
    if (cell === "") return null;
    const at = parseInstant(cell);
    if (at !== null) return at;
    context.addIssue({ code: "custom", message: "RFC 3339 with offset, or empty" });
    return z.NEVER;
  })
  .optional();

/** HH:MM, or empty for none. */
const timeOfDay = z
  .string()
  .refine((cell) => cell === "" || isTimeOfDay(cell), { error: "HH:MM, or empty" })
  .transform((cell) => (cell === "" ? null : cell))
  .optional();

const weekday = oneOf(["1", "2", "3", "4", "5", "6", "7"]);

const amount = optionalInteger(0, MAX_AMOUNT_MINOR);

const columns = {
  merchant_id: merchantId,
  terminal_id: z
    .string()
    .refine((cell) => cell === "" || TERMINAL_ID_PATTERN.test(cell), {
      error: "Not a TID: 8 of A-Z a-z 0-9; empty for the whole merchant.",
    })
    .optional(),
  window: oneOf(WINDOWS),
  currency: z.string().refine(isCurrency, { error: "not an ISO 4217 currency code" }),
  ...{ min_amount: amount, max_amount: amount, max_count: amount },
  entry_modes: listOf(oneOf(ENTRY_MODES)),
  funding_sources: listOf(oneOf(FUNDING_SOURCES)),
  card_origins: listOf(oneOf(CARD_ORIGINS)),
  ...{ starts_at: moment, ends_at: moment },
  store: optionalText(100),
  window_seconds: optionalInteger(MIN_WINDOW_SECONDS, MAX_WINDOW_SECONDS),
  ...{ time_from: timeOfDay, time_to: timeOfDay, days_of_week: listOf(weekday) },
  warn_percent: optionalInteger(1, 100),
};

type Row = z.output<z.ZodObject<typeof columns>>;

/** What the amounts and counts of a row must be to each other; null when they fit. */
function misfitOfValues({ window, min_amount, max_amount, max_count }: Row): string | null {
  if (window === "per_transaction") {
    if (max_count != null) return "max_count: a per_transaction limit counts no charges";
  } else if (min_amount != null) {
    return "min_amount: only a per_transaction limit has one";
  }
  const isAbove = min_amount != null && max_amount != null && min_amount > max_amount;
  return isAbove ? "min_amount: above max_amount" : null;
}

/** What scope, window and hours of a row must be to each other; null when they fit. */
function misfitOfIdentity(row: Row): string | null {
  if (row.terminal_id && row.store != null) return "store: a terminal's limit names no store";
  if (row.window === "rolling") {
    if (row.window_seconds == null) return "window_seconds: a rolling limit needs its length";
  } else if (row.window_seconds != null) {
    return "window_seconds: only a rolling limit has a length";
  }
  if ((row.time_from == null) === (row.time_to == null)) return null;
  return row.time_from == null
    ? "time_from: needed with time_to"
    : "time_to: needed with time_from";
}

function misfitOf(row: Row): string | null {
  const { starts_at, ends_at } = row;
  const isEmpty = starts_at != null && ends_at != null && ends_at <= starts_at;
  return (
    misfitOfIdentity(row) ??
    misfitOfValues(row) ??
    (isEmpty ? "ends_at: not after starts_at" : null)
  );
}

function scopeOf(terminal: string | null, store: string | null): LimitScope {
  if (terminal !== null) return "terminal";
  return store === null ? "merchant" : "store";
}

function filtersOf(row: Row): LimitFilters {
  return {
    entryModes: row.entry_modes ?? [],
    fundingSources: row.funding_sources ?? [],
    cardOrigins: row.card_origins ?? [],
    ...{ timeFrom: row.time_from ?? null, timeTo: row.time_to ?? null },
    daysOfWeek: (row.days_of_week ?? []).map(Number).toSorted(),
  };
}

function toLimit(row: Row) {
  const terminal = row.terminal_id || null;
  const store = row.store ?? null;
  const identity: Omit<LimitIdentity, "limitId"> = {
    ...{ scope: scopeOf(terminal, store), store, terminalId: terminal },
    ...{ window: row.window, windowSeconds: row.window_seconds ?? null, currency: row.currency },
    filters: filtersOf(row),
  };
  return {
    merchantId: row.merchant_id,
    identity,
    naturalKey: naturalKeyOf(identity),
    values: {
      maxAmountMinor: row.max_amount ?? null,
      maxCount: row.max_count ?? null,
      minAmountMinor: row.min_amount ?? null,
    },
    startsAt: row.starts_at ?? null,
    endsAt: row.ends_at ?? null,
    /** Null: as it was; for a new limit the acquirer's own level. */
    warnPercent: row.warn_percent ?? null,
  };
}

const schema = z
  .strictObject(columns)
  .superRefine((row, context) => {
    const misfit = misfitOf(row);
    if (misfit) context.addIssue({ code: "custom", message: misfit });
  })
  .transform(toLimit);

/** One row of a limits file. */
export type ImportedLimit = z.output<typeof schema>;

export const limitsFile = {
  noun: "limit",
  schema,
  columns: Object.keys(columns),
  required: ["merchant_id", "window", "currency"],
  keyOf: (row: ImportedLimit) => `${row.merchantId}|${row.naturalKey}`,
};
