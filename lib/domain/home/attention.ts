import { deadlineOf, type RequirementState, standingOf } from "@/lib/domain/compliance";
import type { Instant } from "@/lib/domain/instant";
import type { MerchantState } from "@/lib/domain/limit-check/snapshot";
import { type LimitView, wholePercent } from "@/lib/domain/limits/limit-view";
import type { MerchantFrame, TerminalOverview } from "@/lib/domain/terminals/terminal-overview";
import { DAY_MS } from "@/lib/domain/zoned-time";

/** Something a merchant should act on, worst first: what stops payments, what soon will, the rest. */
export type Attention =
  | { kind: "status"; severity: "block"; status: MerchantState["status"]; reason: string | null }
  | { kind: "acceptance_off"; severity: "block"; reason: string | null }
  | {
      kind: "requirement";
      severity: "block" | "warn";
      standing: "past_due" | "due_soon";
      code: string;
      terminalId: string | null;
      deadlineAt: Instant | null;
    }
  | { kind: "maintenance"; severity: "block" | "warn"; startsAt: Instant; endsAt: Instant }
  | { kind: "limit_reached"; severity: "block" | "warn"; limit: LimitView; percent: number }
  | {
      kind: "refusals";
      severity: "warn";
      terminalId: string;
      responseCode: string;
      count: number;
      since: Instant;
    }
  | { kind: "question"; severity: "warn"; limitRequestId: string; question: string };

export type AttentionFacts = {
  frame: MerchantFrame;
  terminals: readonly TerminalOverview[];
  refusals: readonly {
    terminalId: string;
    responseCode: string;
    count: number;
    firstAt: Instant;
  }[];
  questions: readonly { limitRequestId: string; question: string }[];
};

/** Repeats of one code on one terminal count from here on. */
export const REFUSALS_WORTH_TELLING = 3;

function merchantAttention({ merchant }: MerchantFrame): Attention[] {
  if (merchant === null) return [];
  const { status, statusReason, paymentAcceptance } = merchant;
  if (status !== "active") {
    return [{ kind: "status", severity: "block", status, reason: statusReason }];
  }
  if (paymentAcceptance.enabled) return [];
  return [{ kind: "acceptance_off", severity: "block", reason: paymentAcceptance.reason }];
}

function requirementAttention(frame: MerchantFrame, at: Instant): Attention[] {
  return frame.requirements.flatMap((requirement: RequirementState) => {
    const standing = standingOf(requirement, at, frame.acquirer.dueSoonDays);
    if (standing !== "past_due" && standing !== "due_soon") return [];
    const stops = requirement.affects.includes("payment_acceptance");
    return {
      kind: "requirement",
      severity: standing === "past_due" && stops ? "block" : "warn",
      standing,
      code: requirement.code,
      terminalId: requirement.terminalId,
      deadlineAt: deadlineOf(requirement),
    } satisfies Attention;
  });
}

/** Published maintenance that runs now or begins within a day. */
function maintenanceAttention(frame: MerchantFrame, at: Instant): Attention[] {
  return frame.maintenance
    .filter(({ startsAt, endsAt }) => endsAt > at && startsAt <= at + DAY_MS)
    .map(({ kind, startsAt, endsAt }) => ({
      kind: "maintenance",
      severity: kind === "outage" ? "block" : "warn",
      startsAt,
      endsAt,
    }));
}

/** Limits used to their warn level or more; one that binds several terminals is told once. */
function limitAttention(terminals: readonly TerminalOverview[]): Attention[] {
  const limits = new Map(
    terminals.flatMap(({ limits: all }) => all.map((limit) => [limit.limitId, limit] as const)),
  );
  return [...limits.values()].flatMap((limit) => {
    if (limit.window === "per_transaction" || limit.status !== "active") return [];
    const most = [limit.amount, limit.count]
      .filter((measure) => measure !== null)
      .toSorted((one, other) => other.percentUsed - one.percentUsed)[0];
    if (most === undefined || most.percentUsed < limit.warnPercent) return [];
    const percent = wholePercent(most.used + most.reserved, most.max);
    const severity = most.remaining === 0 ? "block" : "warn";
    return { kind: "limit_reached", severity, limit, percent } satisfies Attention;
  });
}

/** What the merchant should know and do now; what blocks comes before what warns. */
export function attentionOf(facts: AttentionFacts, at: Instant): Attention[] {
  const { frame, terminals, refusals, questions } = facts;
  const all: Attention[] = [
    ...merchantAttention(frame),
    ...requirementAttention(frame, at),
    ...maintenanceAttention(frame, at),
    ...questions.map((question) => ({ kind: "question", severity: "warn", ...question }) as const),
    ...limitAttention(terminals),
    ...refusals
      .filter(({ count }) => count >= REFUSALS_WORTH_TELLING)
      .map(({ terminalId, responseCode, count, firstAt }) => {
        const what = { terminalId, responseCode, count, since: firstAt };
        return { kind: "refusals", severity: "warn", ...what } as const;
      }),
  ];
  return [
    ...all.filter(({ severity }) => severity === "block"),
    ...all.filter(({ severity }) => severity === "warn"),
  ];
}

/** Whether it keeps every terminal of the merchant from being charged, whatever the amount. */
export function stopsEveryCharge(item: Attention): boolean {
  if (item.kind === "requirement") return item.severity === "block" && item.terminalId === null;
  return item.kind === "status" || item.kind === "acceptance_off";
}
