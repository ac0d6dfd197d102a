import { z } from "zod";
import { cardOrigin, entryMode, fundingSource } from "@/lib/contracts/charge-attributes";
import { instant } from "@/lib/contracts/instant";
import { chargeCount } from "@/lib/contracts/limit-requests";
import { currency, money } from "@/lib/contracts/money";
import { terminalId } from "@/lib/contracts/record-ids";
import { type FieldError, InvalidError } from "@/lib/domain/errors";
import type { Submission } from "@/lib/domain/limit-requests/draft-request";
import { isTimeOfDay } from "@/lib/domain/limits/active-hours";
import {
  LIMIT_SCOPES,
  type LimitFilters,
  type LimitIdentity,
  MAX_WINDOW_SECONDS,
  MIN_WINDOW_SECONDS,
  WINDOWS,
} from "@/lib/domain/limits/limit";

const requestedValues = z
  .strictObject({
    max_amount: money.nullable().optional(),
    max_count: chargeCount.nullable().optional(),
    min_amount: money.nullable().optional(),
  })
  .refine((values) => Object.keys(values).length > 0, { error: "Name at least one value." })
  .meta({
    description:
      "The values to change; null removes one, what is left out stays. Limits per transaction take min_amount and max_amount, others max_amount and max_count. Amounts in the limit's currency.",
  });

const timeOfDay = z.string().refine(isTimeOfDay, { error: "HH:MM" }).meta({ description: "HH:MM" });

const filters = z
  .strictObject({
    entry_modes: z.array(entryMode).max(20).optional(),
    funding_sources: z.array(fundingSource).max(20).optional(),
    card_origins: z.array(cardOrigin).max(20).optional(),
    time_from: timeOfDay.nullable().optional(),
    time_to: timeOfDay.nullable().optional(),
    days_of_week: z.array(z.int().min(1).max(7)).max(20).optional().meta({
      description: "Monday = 1.",
    }),
  })
  .meta({
    description:
      "What the limit counts; empty or left out counts everything. Times go together, by the merchant's clocks, the end exclusive; a range over midnight belongs to its first day, and equal times mean the whole day.",
  });

const characters = (text: string) => [...text].length;

/** What is asked: another value for a limit (`limit_id`), or a new limit (`scope` and so on). */
export const limitRequestBody = z
  .strictObject({
    limit_id: z
      .string()
      .optional()
      .meta({ description: "The limit to change; leave out for a new one." }),
    scope: z.enum(LIMIT_SCOPES).optional().meta({ description: "New limit: whom it binds." }),
    terminal_id: terminalId.optional().meta({ description: "New limit of scope `terminal`." }),
    store: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: "New limit of scope `store`." }),
    window: z.enum(WINDOWS).optional().meta({ description: "New limit: what it counts over." }),
    window_seconds: z
      .int()
      .min(MIN_WINDOW_SECONDS)
      .max(MAX_WINDOW_SECONDS)
      .optional()
      .meta({ description: "New limit: length of a rolling window, 60 seconds to 7 days." }),
    currency: currency.optional(),
    filters: filters.optional(),
    requested: requestedValues,
    justification: z
      .string()
      .trim()
      .refine((text) => characters(text) >= 10 && characters(text) <= 2000, {
        error: "10 to 2000 characters.",
      })
      .meta({
        description: "Why, 10 to 2000 characters without the spaces around them.",
        minLength: 10,
        maxLength: 2000,
      }),
    starts_at: instant.optional().meta({
      description: "When it should begin; not in the past. Left out: as soon as it is decided.",
    }),
    ends_at: instant
      .optional()
      .meta({ description: "When it should end, after the start. Left out: never." }),
  })
  .meta({
    id: "LimitRequestSubmission",
    description: "A change of a limit, or a new one, asked for.",
  });
export type LimitRequestBody = z.output<typeof limitRequestBody>;

const NEW_LIMIT_FIELDS = [
  "scope",
  "terminal_id",
  "store",
  "window",
  "window_seconds",
  "currency",
  "filters",
] as const;

const fault = (pointer: string, code: string, detail: string): FieldError => ({
  pointer,
  code,
  detail,
});
function requiredFaults({ scope, window, currency: code }: LimitRequestBody): FieldError[] {
  return Object.entries({ scope, window, currency: code })
    .filter(([, value]) => value === undefined)
    .map(([name]) => fault(`/${name}`, "required", "Required for a new limit."));
}

/** Whom a limit binds: a terminal or a store is named exactly by a limit of its own. */
function targetFaults({ scope, terminal_id, store }: LimitRequestBody): FieldError[] {
  if (scope === undefined) return [];
  const named = { terminal: terminal_id, store };
  return (["terminal", "store"] as const).flatMap((kind) => {
    const pointer = kind === "terminal" ? "/terminal_id" : "/store";
    if (scope === kind && named[kind] === undefined)
      return fault(pointer, "required", `Required for a limit of a ${kind}.`);
    if (scope !== kind && named[kind] !== undefined)
      return fault(pointer, "not_of_this_scope", `A limit of a ${scope} names no ${kind}.`);
    return [];
  });
}

function windowFaults({ window, window_seconds: seconds }: LimitRequestBody): FieldError[] {
  if (window === "rolling" && seconds === undefined)
    return [fault("/window_seconds", "required", "Required for a rolling window.")];
  if (window !== undefined && window !== "rolling" && seconds !== undefined)
    return [fault("/window_seconds", "not_of_this_window", "Only a rolling window has a length.")];
  return [];
}

function hoursFaults({ filters: f }: LimitRequestBody): FieldError[] {
  if ((f?.time_from == null) === (f?.time_to == null)) return [];
  const missing = f?.time_from == null ? "time_from" : "time_to";
  return [fault(`/filters/${missing}`, "required", "time_from and time_to go together.")];
}

const unique = <T extends string | number>(list: readonly T[] = []): T[] =>
  [...new Set(list)].sort();

type NewLimit = Omit<LimitIdentity, "limitId">;

function filtersOf({ filters: f = {} }: LimitRequestBody): LimitFilters {
  return {
    entryModes: unique(f.entry_modes),
    fundingSources: unique(f.funding_sources),
    cardOrigins: unique(f.card_origins),
    ...{ timeFrom: f.time_from ?? null, timeTo: f.time_to ?? null },
    daysOfWeek: unique(f.days_of_week),
  };
}

function newLimit(body: LimitRequestBody): NewLimit {
  const faults = [
    ...requiredFaults(body),
    ...targetFaults(body),
    ...windowFaults(body),
    ...hoursFaults(body),
  ];
  const { scope, window, currency: code, terminal_id: tid = null, store = null } = body;
  if (faults.length > 0 || !scope || !window || !code) throw new InvalidError(faults);
  return {
    ...{ scope, store, terminalId: tid, window, currency: code },
    windowSeconds: body.window_seconds ?? null,
    filters: filtersOf(body),
  };
}

const toBound = (bound: z.output<typeof money> | null | undefined) =>
  bound && { amountMinor: bound.value, currency: bound.currency };

/** What the body says; throws the faults that its fields have together. */
export function toSubmission(
  body: LimitRequestBody,
): Submission & { target: NewLimit | { limitId: string } } {
  const { limit_id: limitId, requested, justification } = body;
  const stray =
    limitId === undefined ? [] : NEW_LIMIT_FIELDS.filter((name) => body[name] !== undefined);
  if (stray.length > 0) {
    throw new InvalidError(
      stray.map((name) => fault(`/${name}`, "not_with_limit_id", "Not with limit_id.")),
    );
  }
  return {
    target: limitId === undefined ? newLimit(body) : { limitId },
    asked: {
      ...("max_amount" in requested && { max_amount: toBound(requested.max_amount) }),
      ...("max_count" in requested && { max_count: requested.max_count }),
      ...("min_amount" in requested && { min_amount: toBound(requested.min_amount) }),
    },
    ...{ justification, startsAt: body.starts_at ?? null, endsAt: body.ends_at ?? null },
  };
}
