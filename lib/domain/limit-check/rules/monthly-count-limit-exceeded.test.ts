import { testsCountOf } from "@/lib/domain/limit-check/test-exceeded-limits";

testsCountOf("MONTHLY_COUNT_LIMIT_EXCEEDED", { window: "monthly", other: "daily" });
