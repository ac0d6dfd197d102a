import { testsAmountUntil } from "@/lib/domain/limit-check/test-exceeded-limits";

testsAmountUntil("2026-11-30T00:00:00+08:00", "WEEKLY_AMOUNT_LIMIT_EXCEEDED", {
  window: "weekly",
  other: "monthly",
});
