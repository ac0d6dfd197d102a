import { testsAmountUntil } from "@/lib/domain/limit-check/test-exceeded-limits";

testsAmountUntil("2026-11-25T00:00:00+08:00", "DAILY_AMOUNT_LIMIT_EXCEEDED", {
  window: "daily",
  other: "monthly",
});
