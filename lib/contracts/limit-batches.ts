import { z } from "zod";
import { REJECTION_REASONS } from "@/lib/domain/limit-requests/rejection-reasons";

export const BATCH_ROWS_PER_PAGE = 50;

const MAX_TEXT = 1000;
const MIN_REASONING = 5;
const text = z.string().trim().max(MAX_TEXT, "too_long");
const isReasoning = (value: string) => [...value].length >= MIN_REASONING;

/** What a person fills in to decide a whole import. */
export const BatchForm = z
  .object({
    act: z.enum(["approve", "reject"]),
    reasoning: text,
    rejection: z.enum(["", ...REJECTION_REASONS]),
    note: text,
  })
  .superRefine(({ act, reasoning, rejection, note }, context) => {
    const fault = (path: string) =>
      context.addIssue({ code: "custom", path: [path], message: path });
    if (act === "approve" && !isReasoning(reasoning)) fault("reasoning");
    if (act === "reject" && rejection === "") fault("rejection");
    if (act === "reject" && rejection === "other" && note === "") fault("note");
  });
export type BatchForm = z.infer<typeof BatchForm>;

export const BatchRef = z.strictObject({ limitBatchId: z.string().max(40) });

const note = text.min(1).nullable();

/** A decision as the portal sends it; `expected` is what the page said would follow. */
export const BatchDecisionSent = BatchRef.extend({
  expected: z.enum(["first_approval", "approved", "rejected"]),
  input: z.discriminatedUnion("decision", [
    z.strictObject({
      decision: z.literal("approve"),
      reason: text.refine(isReasoning, "reasoning"),
      note,
    }),
    z.strictObject({ decision: z.literal("reject"), reason: z.enum(REJECTION_REASONS), note }),
  ]),
});
export type BatchDecisionSent = z.infer<typeof BatchDecisionSent>;

/** What the form decides, as it is sent. */
export function batchDecisionOf(
  form: BatchForm,
  limitBatchId: string,
  outcome: "first_approval" | "approved",
): BatchDecisionSent {
  const said = form.note === "" ? null : form.note;
  if (form.act === "reject") {
    const reason = form.rejection === "" ? "other" : form.rejection;
    const input = { decision: "reject", reason, note: said } as const;
    return { limitBatchId, expected: "rejected", input };
  }
  const input = { decision: "approve", reason: form.reasoning, note: said } as const;
  return { limitBatchId, expected: outcome, input };
}
