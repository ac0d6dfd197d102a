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

/** The plans that can be sent and have no answer yet. */
export const plansToSend = (
  plans: readonly RequestPlan[],
  results: SendingResults,
): SendablePlan[] =>
  plans.filter(
    (plan): plan is SendablePlan =>
      plan.ok && (results[plan.limitId]?.at ?? "sending") === "sending",
  );

/** How many were sent, of those how many apply already, and how many were refused. */
export function countResults(results: SendingResults) {
  const all = Object.values(results);
  const sent = all.flatMap((result) => (result.at === "sent" ? [result.request.state] : []));
  const applied = sent.filter((state) => state === "applied").length;
  const refused = all.filter(({ at }) => at === "refused").length;
  return { applied, asked: sent.length - applied, refused };
}
