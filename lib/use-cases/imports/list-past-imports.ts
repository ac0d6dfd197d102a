import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { listPastImports as readPage } from "@/lib/data/past-imports";
import { ACQUIRER } from "@/lib/domain/ids";
import type { PastImport } from "@/lib/domain/imports/import-plan";
import { type PageFrom, type Span, toSpan } from "@/lib/domain/page";
import { authorize } from "@/lib/use-cases/authorize";

export type PastImports = Span<PastImport> & { total: number; timeZone: string };

/** Imports and edits of many rows that were applied, the latest first. */
export async function listPastImports(
  ctx: Ctx,
  page: { limit: number; from: PageFrom },
): Promise<PastImports> {
  authorize(ctx, "limit_requests.read", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    const { timeZone } = await getAcquirerSettings(db);
    const { rows, total } = await readPage(db, page);
    return {
      ...toSpan(rows, page, ({ importId }) => ({ value: "", id: importId })),
      total,
      timeZone,
    };
  });
}
