import type { ActionResult } from "@/lib/contracts/action-result";
import type { CheckManyInput } from "@/lib/contracts/check-form";
import type { CheckResult } from "@/lib/domain/limit-check/check-result";
import type { CheckSnapshot, Proposal } from "@/lib/domain/limit-check/snapshot";

export type TerminalChoice = {
  terminalId: string;
  name: string | null;
  store: string | null;
  /** Empty means all. */
  currencies: readonly string[];
};

/** A check as it was answered and recorded, with what the preview needs to go on from there. */
export type RecordedCheck = {
  checkId: string;
  result: CheckResult;
  /** The answer exactly as the API would give it. */
  answerJson: string;
  snapshot: CheckSnapshot;
};

/** The recorded answer to one charge of many. */
export type CheckedCharge = Pick<RecordedCheck, "checkId" | "result">;

/** Answers in the order of the charges. */
export type RunChecks = (input: CheckManyInput) => Promise<ActionResult<CheckedCharge[]>>;

export type CheckActions = {
  loadSnapshot: (terminalId: string) => Promise<ActionResult<CheckSnapshot>>;
  runCheck: (proposal: Proposal) => Promise<ActionResult<RecordedCheck>>;
};
