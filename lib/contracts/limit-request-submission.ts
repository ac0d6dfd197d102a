import { z } from "zod";
import { cardOrigin, entryMode, fundingSource } from "@/lib/contracts/charge-attributes";
import { instant } from "@/lib/contracts/instant";
import { chargeCount } from "@/lib/contracts/limit-requests";
import { currency, money } from "@/lib/contracts/money";
import { terminalId } from "@/lib/contracts/record-ids";
import { type FieldError, InvalidError } from "@/lib/domain/errors";
import type { Submission } from "@/lib/domain/limit-requests/draft-request";
import { LIMIT_SCOPES, type LimitIdentity, WINDOWS } from "@/lib/domain/limits/limit";

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

const filters = z
  .strictObject({
    entry_modes: z.array(entryMode).max(20).optional(),
    funding_sources: z.array(fundingSource).max(20).optional(),
    card_origins: z.array(cardOrigin).max(20).optional(),
    time_from: z.string().max(5).nullable().optional(),
    time_to: z.string().max(5).nullable().optional(),
    days_of_week: z.array(z.int().min(1).max(7)).max(7).optional(),
  })
  .meta({
    description:
      "What the limit counts; empty or left out counts everything. Times and weekdays are not supported yet.",
  });

const characters = (text: string) => [...text].length;

/** What is asked: another value for a limit (`limit_id`), or a new limit (`scope` and so on). */
export const limitRequestBody = z
  .strictObject({
    limit_id: z
      .string()
      .optional()
      .meta({ description: "The limit to change; leave out for a new one." }),
    scope: z
      .enum(LIMIT_SCOPES)
      .optional()
      .meta({ description: "New limit: whom it binds. `store` is not supported yet." }),
    terminal_id: terminalId.optional().meta({ description: "New limit of scope `terminal`." }),
    store: z.string().max(200).optional().meta({ description: "New limit of scope `store`." }),
    window: z
      .enum(WINDOWS)
      .optional()
      .meta({ description: "New limit. `weekly` and `rolling` are not supported yet." }),
    window_seconds: z
      .int()
      .min(60)
      .max(604_800)
      .optional()
      .meta({ description: "New limit: length of a rolling window." }),
    currency: currency.optional(),
    filters: filters.optional(),
    requested: requestedValues,
    justification: z
      .string()
      .refine((text) => characters(text) >= 10 && characters(text) <= 2000, {
        error: "10 to 2000 characters.",
      })
      .meta({ description: "Why, 10 to 2000 characters.", minLength: 10, maxLength: 2000 }),
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
const unsupported = (pointer: string, what: string) =>
  fault(pointer, "not_supported", `${what} are not supported yet.`);

function requiredFaults({ scope, window, currency: code, terminal_id: tid }: LimitRequestBody) {
  const missing = Object.entries({ scope, window, currency: code })
    .filter(([, value]) => value === undefined)
    .map(([name]) => fault(`/${name}`, "required", "Required for a new limit."));
  if (scope === "terminal" && tid === undefined) {
    missing.push(fault("/terminal_id", "required", "Required for a limit of a terminal."));
  }
  if (scope === "merchant" && tid !== undefined) {
    missing.push(
      fault("/terminal_id", "not_of_this_scope", "A merchant's limit names no terminal."),
    );
  }
  return missing;
}

function supportFaults({ scope, store, window, window_seconds, filters: f }: LimitRequestBody) {
  const faults: FieldError[] = [];
  if (scope === "store") faults.push(unsupported("/scope", "Limits of a store"));
  else if (store !== undefined) faults.push(unsupported("/store", "Limits of a store"));
  if (window === "weekly" || window === "rolling") {
    faults.push(unsupported("/window", `${window} windows`));
  } else if (window_seconds !== undefined) {
    faults.push(
      fault("/window_seconds", "not_of_this_window", "Only a rolling window has a length."),
    );
  }
  if (f?.time_from != null) faults.push(unsupported("/filters/time_from", "Times of day"));
  if (f?.time_to != null) faults.push(unsupported("/filters/time_to", "Times of day"));
  if (f?.days_of_week?.length) faults.push(unsupported("/filters/days_of_week", "Weekdays"));
  return faults;
}

const unique = <T extends string>(list: readonly T[] = []): T[] => [...new Set(list)].sort();

type NewLimit = Omit<LimitIdentity, "limitId">;

function newLimit(body: LimitRequestBody): NewLimit {
  const faults = [...requiredFaults(body), ...supportFaults(body)];
  const { scope, window, currency: code, terminal_id: tid = null } = body;
  if (faults.length > 0 || !scope || !window || !code) throw new InvalidError(faults);
  const none = { timeFrom: null, timeTo: null, daysOfWeek: [] };
  return {
    ...{ scope, store: null, terminalId: tid, window, windowSeconds: null, currency: code },
    filters: {
      ...none,
      entryModes: unique(body.filters?.entry_modes),
      fundingSources: unique(body.filters?.funding_sources),
      cardOrigins: unique(body.filters?.card_origins),
    },
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
