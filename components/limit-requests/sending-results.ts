import type { SentRequest } from "@/components/limit-requests/several-actions";
import type { ActionProblem } from "@/lib/contracts/action-result";
import type { RequestPlan } from "@/lib/domain/limit-requests/plan-request";

/** What became of one request of several; nothing is known of one that was not sent yet. */
export type SendingResult =
  | { at: "sending" }
  | { at: "sent"; request: SentRequest }
  | { at: "refused"; problem: ActionProblem };

export type SendingResults = Readonly<Record<string, SendingResult>>;

export type SendablePlan = Extract<RequestPlan, { ok: true }>;

/** Refusals of one limit alone, which say nothing about the next. */
const OF_ONE: readonly string[] = [
  ...["limit-request-open", "limit-moved", "validation-failed", "not-found", "conflict"],
];

export const stopsSending = ({ code }: ActionProblem): boolean => !OF_ONE.includes(code);

/** Whether a request may have been made: one was, or an answer never came. */
export const mayHaveAsked = (results: SendingResults, problem: ActionProblem | null): boolean =>
  Object.values(results).some(({ at }) => at === "sent") ||
  (problem !== null && ["no-connection", "unavailable"].includes(problem.code));

/** The plans that can be sent and have no answer yet. */
export const plansToSend = (
  plans: readonly RequestPlan[],
  results: SendingResults,
): SendablePlan[] =>
  plans.filter(
    (plan): plan is SendablePlan =>
      plan.ok && (results[plan.limitId]?.at ?? "sending") === "sending",
  );

/** How many limits are lowered, will be on their first day, were asked about, and were refused. */
export function countResults(results: SendingResults) {
  const counts = { applied: 0, later: 0, asked: 0, refused: 0 };
  for (const result of Object.values(results)) {
    if (result.at === "refused") counts.refused += 1;
    if (result.at !== "sent") continue;
    const { isTightening, state } = result.request;
    if (!isTightening) counts.asked += 1;
    else counts[state === "scheduled" ? "later" : "applied"] += 1;
  }
  return counts;
}
