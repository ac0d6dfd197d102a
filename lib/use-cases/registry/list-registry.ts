import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Instant } from "@/lib/domain/instant";
import { type Span, toSpan } from "@/lib/domain/page";
import type { RegistryEntry } from "@/lib/domain/terminals/registry-entry";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import {
  listRegistry as readPage,
  type RegistryFilter,
  type RegistryPage,
} from "@/lib/data/registry-terminals";
import { authorize } from "@/lib/use-cases/authorize";

export type RegistryList = Span<RegistryEntry> & { total: number; timeZone: string; now: Instant };

/** The terminals of every merchant, for the acquirer's people; total counted to 10,001. */
export async function listRegistry(
  ctx: Ctx,
  filter: RegistryFilter,
  page: RegistryPage,
): Promise<RegistryList> {
  authorize(ctx, "merchants.search", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    const { timeZone } = await getAcquirerSettings(db);
    const { rows, total } = await readPage(db, filter, page);
    const place = (row: RegistryEntry) => ({ value: row.merchantId, id: row.terminalId });
    return { ...toSpan(rows, page, place), total, timeZone, now: ctx.now().getTime() };
  });
}
