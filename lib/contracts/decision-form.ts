import { z } from "zod";
import { periodOf } from "@/lib/contracts/period-form";
import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import {
  type AskedField,
  BOUND_OF,
  type Grant,
  grantFault,
} from "@/lib/domain/limit-requests/grant";
import type { DecisionInput } from "@/lib/domain/limit-requests/plan-decision";
import { REJECTION_REASONS } from "@/lib/domain/limit-requests/rejection-reasons";
import type { LimitValues } from "@/lib/domain/limits/limit";
import { groupedAmount, parseAmount } from "@/lib/domain/money";

const MAX_TEXT = 1000;
const MIN_REASONING = 5;
const text = z.string().trim().max(MAX_TEXT, "too_long");
const reasoning = text.refine((value) => [...value].length >= MIN_REASONING, "reasoning");
const day = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/);

/** What a person fills in to decide; only what the chosen act needs must be there. */
export const DecisionForm = z
  .object({
    act: z.enum(["approve", "approve_less", "ask", "reject"]),
    max_amount: z.string(),
    max_count: z.string(),
    min_amount: z.string(),
    startsOn: day,
    endsOn: day,
    reasoning: text,
    rejection: z.enum(["", ...REJECTION_REASONS]),
    note: text,
    question: text,
  })
  .superRefine((form, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const { act } = form;
    if (act.startsWith("approve") && !reasoning.safeParse(form.reasoning).success) {
      fault("reasoning", "reasoning");
    }
    if (act === "ask" && form.question === "") fault("question", "question");
    if (act === "reject" && form.rejection === "") fault("rejection", "rejection");
    if (act === "reject" && form.rejection === "other" && form.note === "") fault("note", "note");
  });
export type DecisionForm = z.infer<typeof DecisionForm>;

/** What the form decides about: the grant it shows, and what was asked. */
export type Deciding = {
  asked: readonly AskedField[];
  currency: string;
  /** What approving as shown gives: what is asked for, or the first approver's proposal. */
  shown: Grant;
  requested: Grant;
  now: Instant;
  cutOver: CutOver;
};

const textOf = (values: LimitValues, field: AskedField, currency: string): string => {
  const value = values[BOUND_OF[field]];
  if (value === null) return "";
  return field === "max_count" ? String(value) : groupedAmount(value, currency);
};

/** The form as it first stands: approve as shown, with those values to start from for less. */
export function emptyDecision({ shown, currency }: Deciding): DecisionForm {
  return {
    act: "approve",
    max_amount: textOf(shown.values, "max_amount", currency),
    max_count: textOf(shown.values, "max_count", currency),
    min_amount: textOf(shown.values, "min_amount", currency),
    ...{ startsOn: "", endsOn: "", reasoning: "", rejection: "", note: "", question: "" },
  };
}

export type GrantFormFault = { field: AskedField | "startsOn" | "endsOn"; code: string };

type ReadBound = { value: number } | { code: string };

function readBound(form: DecisionForm, field: AskedField, currency: string): ReadBound {
  const typed = form[field].trim();
  if (field !== "max_count") {
    const parsed = parseAmount(typed, currency);
    return parsed.ok ? { value: parsed.amountMinor } : { code: parsed.fault };
  }
  return /^\d{1,9}$/.test(typed) ? { value: Number(typed) } : { code: "not_a_count" };
}

const FIELD_OF_FAULT = { starts_at: "startsOn", ends_at: "endsOn" } as const;

/** The lesser grant a person filled in, with what is wrong with it; an empty day keeps what is shown. */
export function lesserGrant(
  form: DecisionForm,
  { asked, currency, shown, requested, now, cutOver }: Deciding,
): { grant: Grant; faults: GrantFormFault[] } {
  const faults: GrantFormFault[] = [];
  const values = { ...shown.values };
  for (const field of asked) {
    // Nothing typed where "no limit" is asked for means just that.
    if (form[field].trim() === "" && shown.values[BOUND_OF[field]] === null) continue;
    const read = readBound(form, field, currency);
    if ("value" in read) values[BOUND_OF[field]] = read.value;
    else faults.push({ field, code: read.code });
  }
  const period = periodOf({ ...form, period: "temporary" }, now, cutOver);
  const startsAt = form.startsOn === "" ? shown.startsAt : period.startsAt;
  const endsAt = form.endsOn === "" ? shown.endsAt : period.endsAt;
  const grant = { values, startsAt, endsAt };
  const fault = faults.length > 0 ? null : grantFault(grant, requested, asked, now);
  if (fault) {
    const field =
      fault.field === "starts_at" || fault.field === "ends_at"
        ? FIELD_OF_FAULT[fault.field]
        : fault.field;
    faults.push({ field, code: fault.code });
  }
  return { grant, faults };
}

/** What the form decides, given the grant it stands for. */
export function decisionOf(form: DecisionForm, grant: Grant): DecisionInput {
  const note = form.note === "" ? null : form.note;
  if (form.act === "reject") {
    const reason = form.rejection === "" ? "other" : form.rejection;
    return { decision: "reject", reason, note };
  }
  return { decision: "approve", grant, reason: form.reasoning, note };
}

const bound = z.int().min(0).nullable();
const Values = z.strictObject({ maxAmountMinor: bound, maxCount: bound, minAmountMinor: bound });
const note = text.min(1).nullable();

/** Which request; read by every act of the queue. */
export const RequestRef = z.strictObject({
  merchantId: z.string().max(40),
  limitRequestId: z.string().max(40),
});

/** A decision as the portal sends it; `expected` is what the page said would follow. */
export const DecisionSent = RequestRef.extend({
  expected: z.enum(["first_approval", "approved", "rejected"]),
  input: z.discriminatedUnion("decision", [
    z.strictObject({
      decision: z.literal("approve"),
      grant: z.strictObject({ values: Values, startsAt: bound, endsAt: bound }),
      reason: reasoning,
      note,
    }),
    z.strictObject({ decision: z.literal("reject"), reason: z.enum(REJECTION_REASONS), note }),
  ]),
});
export type DecisionSent = z.infer<typeof DecisionSent>;

/** A question to the merchant. */
export const QuestionSent = RequestRef.extend({ question: text.min(1) });
