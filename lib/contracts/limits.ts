import { z } from "zod";
import { instantText, writeOptionalInstant } from "@/lib/contracts/instant";
import { money, toMoney } from "@/lib/contracts/money";
import {
  CARD_ORIGINS,
  ENTRY_MODES,
  FUNDING_SOURCES,
  LIMIT_SCOPES,
  type LimitFilters,
  LIMIT_STATUSES,
  WINDOWS,
} from "@/lib/domain/limits/limit";
import type { ListedLimit, MeasureView } from "@/lib/domain/limits/limit-view";

const measureOf = <Figure extends z.ZodType>(figure: Figure) =>
  z
    .object({
      limit: figure,
      used: figure.nullable(),
      reserved: figure.nullable(),
      remaining: figure.nullable(),
      percent_used: z
        .number()
        .nullable()
        .meta({ description: "Used and reserved in percent, one decimal; may exceed 100." }),
    })
    .nullable();

/** What a limit counts. */
export const limitFilters = z
  .object({
    entry_modes: z.array(z.enum(ENTRY_MODES)),
    funding_sources: z.array(z.enum(FUNDING_SOURCES)),
    card_origins: z.array(z.enum(CARD_ORIGINS)),
    time_from: z.string().nullable().meta({ description: "HH:MM by the merchant's clocks." }),
    time_to: z.string().nullable().meta({
      description: "HH:MM, exclusive; a range over midnight belongs to its first day.",
    }),
    days_of_week: z.array(z.int().min(1).max(7)).meta({ description: "Monday = 1." }),
  })
  .meta({ id: "LimitFilters", description: "Empty lists mean any." });

/** A limit as it stands; for `per_transaction` only `limit` is told of the amount. */
export const limit = z
  .object({
    limit_id: z.string().meta({ description: "Stays through all versions." }),
    scope: z.enum(LIMIT_SCOPES),
    store: z.string().nullable(),
    terminal_id: z.string().nullable(),
    window: z.enum(WINDOWS),
    window_seconds: z.int().nullable().meta({ description: "Of a rolling window, 60 to 604800." }),
    currency: z.string(),
    filters: limitFilters,
    min_amount: money.nullable(),
    amount: measureOf(money),
    count: measureOf(z.int()),
    resets_at: instantText.nullable(),
    starts_at: instantText.nullable().meta({ description: "Null: open." }),
    ends_at: instantText.nullable().meta({ description: "Null: open." }),
    status: z.enum(LIMIT_STATUSES),
    version: z.int(),
    pending_request_id: z.string().nullable().meta({ description: "The open request on it." }),
  })
  .meta({ id: "Limit", description: "A limit as it stands." });
type Limit = z.infer<typeof limit>;

function writeMeasure<Figure>(
  measure: MeasureView | null,
  isSingle: boolean,
  figure: (value: number) => Figure,
) {
  if (!measure) return null;
  const { max, used, reserved, remaining, percentUsed } = measure;
  if (isSingle) {
    return { limit: figure(max), used: null, reserved: null, remaining: null, percent_used: null };
  }
  return {
    ...{ limit: figure(max), used: figure(used), reserved: figure(reserved) },
    ...{ remaining: figure(remaining), percent_used: percentUsed },
  };
}

/** The filters of a limit as the contract shapes them. */
export function writeFilters(filters: LimitFilters): z.input<typeof limitFilters> {
  return {
    entry_modes: [...filters.entryModes],
    funding_sources: [...filters.fundingSources],
    card_origins: [...filters.cardOrigins],
    ...{ time_from: filters.timeFrom, time_to: filters.timeTo },
    days_of_week: [...filters.daysOfWeek],
  };
}

export function writeLimit(view: ListedLimit, timeZone: string): Limit {
  const { filters, currency, minAmountMinor } = view;
  const isSingle = view.window === "per_transaction";
  return {
    ...{ limit_id: view.limitId, scope: view.scope, store: view.store },
    ...{ terminal_id: view.terminalId, window: view.window, window_seconds: view.windowSeconds },
    currency,
    filters: writeFilters(filters),
    min_amount: minAmountMinor === null ? null : toMoney(minAmountMinor, currency),
    amount: writeMeasure(view.amount, isSingle, (value) => toMoney(value, currency)),
    count: writeMeasure(view.count, isSingle, (value) => value),
    resets_at: writeOptionalInstant(view.resetsAt, timeZone),
    starts_at: writeOptionalInstant(view.startsAt, timeZone),
    ends_at: writeOptionalInstant(view.endsAt, timeZone),
    ...{ status: view.status, version: view.version, pending_request_id: view.pendingRequestId },
  };
}

/** What may still be charged on a terminal, and the limits that decide it. */
export const terminalHeadroom = z
  .object({
    amount: money.nullable().meta({ description: "The largest passing charge; null: unlimited." }),
    count: z.int().nullable().meta({ description: "Charges left; null: no count limit." }),
    resets_at: instantText.nullable(),
    limits: z.array(limit),
  })
  .meta({ id: "TerminalHeadroom", description: "As a check with these attributes tells it." });
