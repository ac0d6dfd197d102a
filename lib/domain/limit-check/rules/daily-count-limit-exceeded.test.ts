import { testsCountOf } from "@/lib/domain/limit-check/test-exceeded-limits";

testsCountOf("DAILY_COUNT_LIMIT_EXCEEDED", { window: "daily", other: "monthly" });
