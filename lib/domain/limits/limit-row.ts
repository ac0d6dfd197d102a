import type { PendingRequest } from "@/lib/domain/limit-requests/coming-change";
import type { LimitView } from "@/lib/domain/limits/limit-view";

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

/** What is used and reserved of a limit in percent: of its amount or its number of charges, whichever is more. */
export function mostUsed({ amount, count }: LimitView) {
  if (amount === null || count === null) return amount ?? count;
  return count.percentUsed > amount.percentUsed ? count : amount;
}
