import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { countMissingMigrations } from "@/lib/data/readiness";
import { readDatabaseFacts, readPool } from "@/lib/data/system";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Instant } from "@/lib/domain/instant";
import type { DatabaseFacts, PoolFacts } from "@/lib/domain/system";
import { type ProcessRates, readRates } from "@/lib/platform/rates";
import { programVersion } from "@/lib/platform/version";
import { authorize } from "@/lib/use-cases/authorize";

const WAIT_MS = 2_000;

export type System = {
  now: Instant;
  timeZone: string;
  version: { headroom: string; node: string };
  database: DatabaseFacts;
  /** Migrations of this version the database lacks; null when the two do not fit together. */
  missingMigrations: number | null;
  pool: PoolFacts;
  rates: ProcessRates;
};

/** How this process and its database stand, for those who answer for them. */
export async function getSystem(ctx: Ctx): Promise<System> {
  authorize(ctx, "system.read", ACQUIRER);
  const facts = await withAcquirer(ctx, async (db) => ({
    database: await readDatabaseFacts(db),
    timeZone: (await getAcquirerSettings(db)).timeZone,
  }));
  return {
    ...facts,
    now: ctx.now().getTime(),
    version: programVersion(),
    missingMigrations: await countMissingMigrations(Date.now() + WAIT_MS),
    pool: readPool(),
    rates: await readRates(),
  };
}
