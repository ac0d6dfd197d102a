import { testsAmountUntil } from "@/lib/domain/limit-check/test-exceeded-limits";

testsAmountUntil("2026-12-01T00:00:00+08:00", "MONTHLY_AMOUNT_LIMIT_EXCEEDED", {
  window: "monthly",
  other: "daily",
});
