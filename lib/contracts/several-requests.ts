import { z } from "zod";
import { LimitRequestInput } from "@/lib/contracts/limit-request-form";
import { LIMIT_STEPS } from "@/lib/domain/bulk-edits/bulk-edit";
import { isCurrency } from "@/lib/domain/currencies";
import { MOST_ASKED_TOGETHER, SHARED_METRICS } from "@/lib/domain/limit-requests/shared-change";

const list = z.literal("limits");
const limitIds = z.array(z.string().max(40)).min(1).max(MOST_ASKED_TOGETHER);

const kept = { list, merchantId: z.string().max(40) };

/** Limits of a merchant ticked one by one, or what the address of their table says, without its page. */
export const LimitSelection = z.union([
  z.strictObject({ ...kept, ids: limitIds }),
  z.strictObject({ ...kept, query: z.string().max(2_000), count: z.int().min(1) }),
]);
export type LimitSelection = z.infer<typeof LimitSelection>;

/** How many limits there were when they were selected. */
export const selectedThen = (selection: LimitSelection): number =>
  "ids" in selection ? selection.ids.length : selection.count;

const SharedChange = z.strictObject({
  metric: z.enum(SHARED_METRICS),
  step: z.strictObject({
    by: z.enum(LIMIT_STEPS),
    value: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  }),
  currency: z.string().refine(isCurrency),
  startsAt: z.int().nullable(),
  endsAt: z.int().nullable(),
});

/** What a preview is asked for: which limits, and the one change of all of them. */
export const SeveralRequests = z.strictObject({ limitIds, change: SharedChange });
export type SeveralRequests = z.infer<typeof SeveralRequests>;

const minor = z.int().min(0).nullable();

/** One request of several, with how its limit stood in the preview. */
export const SeenRequest = LimitRequestInput.extend({
  seen: z.strictObject({
    at: z.int(),
    version: z.int().min(0),
    values: z.strictObject({ maxAmountMinor: minor, maxCount: minor, minAmountMinor: minor }),
    approvals: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  }),
});
export type SeenRequest = z.infer<typeof SeenRequest>;
