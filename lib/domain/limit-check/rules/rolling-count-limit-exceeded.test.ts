import { testsCountOf } from "@/lib/domain/limit-check/test-exceeded-limits";

testsCountOf("ROLLING_COUNT_LIMIT_EXCEEDED", {
  window: "rolling",
  windowSeconds: 3_600,
  other: "monthly",
});
