import { exceededLimits } from "@/lib/domain/limit-check/exceeded-limits";
import type { Rule } from "@/lib/domain/limit-check/rule";

/** A charge above the most a single one may be; exactly that passes. */
export const perTransactionLimitExceeded: Rule = (...charge) =>
  exceededLimits("PER_TRANSACTION_LIMIT_EXCEEDED", ["per_transaction", "amount"], charge);
