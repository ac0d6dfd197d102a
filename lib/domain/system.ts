import type { Instant } from "@/lib/domain/instant";

export type AppliedMigration = { name: string; appliedAt: Instant };

/** Work of one kind that waits for its turn, and what gave up trying. */
export type JobQueue = { task: string; waiting: number; failed: number; oldestAt: Instant | null };

/** A table that grows by the month or is spread by merchant. */
export type PartitionedTable = {
  table: string;
  partitions: number;
  /** The first and the last month there is room for, YYYY-MM; null when spread by merchant. */
  from: string | null;
  until: string | null;
  sizeBytes: number;
  /** As the database last estimated. */
  rows: number;
};

export type DatabaseFacts = {
  version: string;
  name: string;
  sizeBytes: number;
  migrations: AppliedMigration[];
  jobs: JobQueue[];
  partitioned: PartitionedTable[];
};

/** Connections of this process: those open, those of them idle, and who waits for one. */
export type PoolFacts = { open: number; idle: number; waiting: number; most: number };
