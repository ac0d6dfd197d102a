import type { PendingRequest } from "@/lib/domain/limit-requests/coming-change";
import type { LimitView, MeasureView } from "@/lib/domain/limits/limit-view";

/** Where a version of a limit came from. */
export type LimitSource = {
  origin: "import" | "request" | "template" | "operator";
  limitRequestId: string | null;
};

/** A limit among those of a merchant, to be compared. */
export type LimitRow = LimitView & {
  terminalName: string | null;
  /** How the version shown came to be. */
  source: LimitSource | null;
  pending: PendingRequest | null;
};

/** Of the amount and the number of charges of a limit the one more used, in percent; null where nothing counts. */
export function mostUsed({ amount, count, window, status }: LimitView): MeasureView | null {
  if (window === "per_transaction" || status === "scheduled") return null;
  if (amount === null || count === null) return amount ?? count;
  return count.percentUsed > amount.percentUsed ? count : amount;
}
