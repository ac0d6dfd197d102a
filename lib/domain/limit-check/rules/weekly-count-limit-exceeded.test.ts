import { testsCountOf } from "@/lib/domain/limit-check/test-exceeded-limits";

testsCountOf("WEEKLY_COUNT_LIMIT_EXCEEDED", { window: "weekly", other: "monthly" });
