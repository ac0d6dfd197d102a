import "server-only";
import type { AuditEvent, AuditFilter } from "@/lib/domain/audit";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Page } from "@/lib/domain/page";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import { listAuditEvents as readPage } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { authorize } from "@/lib/use-cases/authorize";

/** The audit trail over all merchants, newest first, for those of the acquirer who may read it. */
export async function listAuditEvents(
  ctx: Ctx,
  filter: AuditFilter,
  page: { limit: number; after: string | null },
): Promise<Page<AuditEvent> & { timeZone: string }> {
  authorize(ctx, "audit_events.read", ACQUIRER);
  return withAcquirer(ctx, async (db) => ({
    ...(await readPage(db, filter, page)),
    timeZone: (await getAcquirerSettings(db)).timeZone,
  }));
}
