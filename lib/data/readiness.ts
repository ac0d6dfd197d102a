import "server-only";
import { findMismatch, readMigrations } from "@/lib/data/migrate";
import { queryPrepared } from "@/lib/data/pool";

let known: ReturnType<typeof readMigrations> | undefined;

/** How many migrations of this version the database lacks; null when the two do not fit together. */
export async function countMissingMigrations(deadlineAt: number): Promise<number | null> {
  known ??= readMigrations();
  const applied = await queryPrepared<{ migration_name: string; checksum: string }>(
    "applied-migrations",
    `select migration_name, checksum from _prisma_migrations
     where finished_at is not null and rolled_back_at is null`,
    [],
    { deadlineAt },
  );
  return findMismatch(applied, known) ? null : known.length - applied.length;
}
