import type { Instant } from "@/lib/domain/instant";
import type { DatabaseFacts, PoolFacts } from "@/lib/domain/system";

/** What the system page tells. */
export type SystemFacts = {
  now: Instant;
  timeZone: string;
  version: { headroom: string; node: string };
  database: DatabaseFacts;
  missingMigrations: number | null;
  pool: PoolFacts;
  rates: {
    startedAt: Instant;
    requests: number;
    checks: number;
    checkLogDropped: number;
    requestsPerSecond: number;
    checksPerSecond: number;
    overMs: number;
  };
};
