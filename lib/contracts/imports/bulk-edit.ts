import { z } from "zod";
import { holdsCardNumber } from "@/lib/domain/card-number";
import {
  BULK_LISTS,
  LIMIT_METRICS,
  LIMIT_STEPS,
  MOST_SELECTED,
} from "@/lib/domain/bulk-edits/bulk-edit";
import { isCurrency } from "@/lib/domain/currencies";
import { LIMIT_SCOPES, WINDOWS } from "@/lib/domain/limits/limit";
import { MERCHANT_STATUSES } from "@/lib/domain/merchants";
import { TERMINAL_STATUSES } from "@/lib/domain/terminals/terminal-status";

const list = z.enum(BULK_LISTS);

/** Rows ticked one by one, or what the address of a list says, without its page. */
export const Selection = z.union([
  z.strictObject({ list, ids: z.array(z.string().max(40)).min(1).max(MOST_SELECTED) }),
  z.strictObject({ list, query: z.string().max(2_000), count: z.int().min(1) }),
]);
export type Selection = z.infer<typeof Selection>;

/** How many rows a selection holds, as far as the list could tell. */
export const selectedCount = (selection: Selection): number =>
  "ids" in selection ? selection.ids.length : selection.count;

const LimitEdit = z
  .strictObject({
    kind: z.literal("limits"),
    scopes: z.array(z.enum(LIMIT_SCOPES)).min(1).max(LIMIT_SCOPES.length),
    window: z.enum(WINDOWS),
    currency: z.string().refine(isCurrency),
    withFilters: z.boolean(),
    metric: z.enum(LIMIT_METRICS),
    step: z.strictObject({
      by: z.enum(LIMIT_STEPS),
      value: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    }),
  })
  .refine(({ window, metric }) =>
    window === "per_transaction" ? metric !== "max_count" : metric !== "min_amount",
  );

const reason = z
  .string()
  .trim()
  .min(5)
  .max(300)
  .refine((text) => !holdsCardNumber(text));

const StatusEdit = z.strictObject({
  ...{ kind: z.literal("status"), status: z.enum(MERCHANT_STATUSES), reason },
});

const TerminalStatusEdit = z.strictObject({
  ...{ kind: z.literal("terminal_status"), status: z.enum(TERMINAL_STATUSES), reason },
});

const readJson = (text: string, context: z.RefinementCtx): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "not JSON" });
    return z.NEVER;
  }
};

/** What is done to a selection; rows that cannot be changed may be left out. */
export const BulkSent = z.strictObject({
  selection: Selection,
  edit: z.discriminatedUnion("kind", [LimitEdit, StatusEdit, TerminalStatusEdit]),
  leavesOut: z.boolean(),
});
export type BulkSent = z.infer<typeof BulkSent>;

/** The same as a field of a form. */
export const BulkField = z.string().transform(readJson).pipe(BulkSent);
