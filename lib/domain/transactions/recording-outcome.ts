import { ConflictError, type DomainError, InvalidError, NotFoundError } from "@/lib/domain/errors";

/** What became of one reported transaction. */
export type RecordingOutcome =
  { outcome: "accepted" } | { outcome: "duplicate" } | { outcome: "rejected"; error: DomainError };

const FAULTS = {
  other_content: "This external_id was recorded with other content.",
  terminal_unknown: "There is no such terminal.",
  original_unknown: "There is no transaction with this external_id.",
  original_not_approved_sale: "The original is not an approved sale.",
  original_other_currency: "The original is in another currency.",
  original_other_terminal: "The original was made on another terminal.",
  reversal_not_whole: "A reversal gives the whole original amount back.",
  reservation_unknown: "There is no such reservation.",
  reservation_other_terminal: "The reservation was made on another terminal.",
  reservation_other_currency: "The reservation is in another currency.",
  more_than_original: "Together this would give back more than the original amount.",
} as const;

/** Why the database refused one, with the field at fault. */
export type RecordingRefusal = {
  code: "conflict" | "not-found" | "validation-failed";
  pointer: string;
  fault: keyof typeof FAULTS;
};

/** The refusal as callers hear it: a conflict, a missing record, or a fault of one field. */
export function errorOf({ code, pointer, fault }: RecordingRefusal): DomainError {
  const detail = FAULTS[fault];
  if (code === "conflict") return new ConflictError(detail);
  if (code === "not-found") return new NotFoundError(detail);
  return new InvalidError([{ pointer, code: fault, detail }]);
}
