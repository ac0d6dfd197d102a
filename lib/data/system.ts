import "server-only";
import type {
  AppliedMigration,
  DatabaseFacts,
  JobQueue,
  PartitionedTable,
  PoolFacts,
} from "@/lib/domain/system";
import type { Db } from "@/lib/data/ctx";
import { database } from "@/lib/data/pool";

// The functions of this file tell of the installation, of no merchant.

function listMigrations(db: Db): Promise<AppliedMigration[]> {
  return db.$queryRaw<AppliedMigration[]>`
    select migration_name as name, epoch_ms(finished_at)::float8 as "appliedAt"
    from _prisma_migrations where finished_at is not null and rolled_back_at is null
    order by migration_name desc`;
}

function listJobs(db: Db): Promise<JobQueue[]> {
  return db.$queryRaw<JobQueue[]>`
    select t.identifier as task,
      count(j.id) filter (where j.attempts < j.max_attempts)::int as waiting,
      count(j.id) filter (where j.attempts >= j.max_attempts)::int as failed,
      epoch_ms(min(j.run_at) filter (where j.attempts < j.max_attempts))::float8 as "oldestAt"
    from graphile_worker._private_tasks t
    left join graphile_worker._private_jobs j on j.task_id = t.id
    group by t.identifier order by t.identifier`;
}

function listPartitioned(db: Db): Promise<PartitionedTable[]> {
  return db.$queryRaw<PartitionedTable[]>`
    select p.relname as "table", count(*)::int as partitions,
      replace(min(substring(c.relname from '_(\\d{4}_\\d{2})$')), '_', '-') as "from",
      replace(max(substring(c.relname from '_(\\d{4}_\\d{2})$')), '_', '-') as until,
      sum(pg_total_relation_size(c.oid))::float8 as "sizeBytes",
      sum(greatest(c.reltuples, 0))::float8 as rows
    from pg_partitioned_table t join pg_class p on p.oid = t.partrelid
    join pg_namespace n on n.oid = p.relnamespace and n.nspname = 'public'
    join pg_inherits i on i.inhparent = p.oid join pg_class c on c.oid = i.inhrelid
    group by p.relname order by p.relname`;
}

/** The database as it says of itself. */
export async function readDatabaseFacts(db: Db): Promise<DatabaseFacts> {
  const [row] = await db.$queryRaw<[{ version: string; name: string; sizeBytes: number }]>`
    select current_setting('server_version') as version, current_database() as name,
      pg_database_size(current_database())::float8 as "sizeBytes"`;
  return {
    ...row,
    migrations: await listMigrations(db),
    jobs: await listJobs(db),
    partitioned: await listPartitioned(db),
  };
}

export function readPool(): PoolFacts {
  const { totalCount, idleCount, waitingCount, options } = database().pool;
  return { open: totalCount, idle: idleCount, waiting: waitingCount, most: options.max };
}
