import { z } from "zod";
import { listOf, oneOf, optionalInteger } from "@/lib/contracts/imports/cells";
import { parseInstant } from "@/lib/contracts/instant";
import { merchantId } from "@/lib/contracts/record-ids";
import { isCurrency } from "@/lib/domain/currencies";
import { TERMINAL_ID_PATTERN } from "@/lib/domain/ids";
import {
  CARD_ORIGINS,
  ENTRY_MODES,
  FUNDING_SOURCES,
  type LimitIdentity,
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

const notYet = z
  .string()
  .refine((cell) => cell === "", { error: "not supported by this version; leave it empty" })
  .optional();

const amount = optionalInteger(0, MAX_AMOUNT_MINOR);

const columns = {
  merchant_id: merchantId,
  terminal_id: z
    .string()
    .refine((cell) => cell === "" || TERMINAL_ID_PATTERN.test(cell), {
      error: "Not a TID: 8 of A-Z a-z 0-9; empty for the whole merchant.",
    })
    .optional(),
  window: oneOf(WINDOWS).refine((window) => window !== "weekly" && window !== "rolling", {
    error: "weekly and rolling limits are not supported by this version",
  }),
  currency: z.string().refine(isCurrency, { error: "not an ISO 4217 currency code" }),
  ...{ min_amount: amount, max_amount: amount, max_count: amount },
  entry_modes: listOf(oneOf(ENTRY_MODES)),
  funding_sources: listOf(oneOf(FUNDING_SOURCES)),
  card_origins: listOf(oneOf(CARD_ORIGINS)),
  ...{ starts_at: moment, ends_at: moment },
  ...{ store: notYet, window_seconds: notYet, time_from: notYet, time_to: notYet },
  days_of_week: notYet,
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

function misfitOf(row: Row): string | null {
  const { starts_at, ends_at } = row;
  const isEmpty = starts_at != null && ends_at != null && ends_at <= starts_at;
  return misfitOfValues(row) ?? (isEmpty ? "ends_at: not after starts_at" : null);
}

function toLimit(row: Row) {
  const terminal = row.terminal_id || null;
  const identity: Omit<LimitIdentity, "limitId"> = {
    scope: terminal === null ? "merchant" : "terminal",
    ...{ store: null, terminalId: terminal, window: row.window, windowSeconds: null },
    currency: row.currency,
    filters: {
      entryModes: row.entry_modes ?? [],
      fundingSources: row.funding_sources ?? [],
      cardOrigins: row.card_origins ?? [],
      ...{ timeFrom: null, timeTo: null, daysOfWeek: [] },
    },
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
