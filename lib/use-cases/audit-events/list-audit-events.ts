import "server-only";
import { type AuditEvent, type AuditFilter, momentsOf } from "@/lib/domain/audit";
import { ACQUIRER } from "@/lib/domain/ids";
import { type Counting, type PageFrom, type Span, toSpan } from "@/lib/domain/page";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import { countAuditEvents, listAuditEvents as readPage } from "@/lib/data/audit-trail";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { authorize } from "@/lib/use-cases/authorize";

export type ListedEvents = Span<AuditEvent> & { total: number; timeZone: string };

/** The audit trail over all merchants, newest first, for those of the acquirer who may read it. */
export async function listAuditEvents(
  ctx: Ctx,
  { from, to, ...filter }: AuditFilter,
  page: Counting & { limit: number; from: PageFrom },
): Promise<ListedEvents> {
  authorize(ctx, "audit_events.read", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    const { timeZone } = await getAcquirerSettings(db);
    const search = { ...filter, ...momentsOf({ from, to }, timeZone) };
    const found = await readPage(db, search, page);
    const place = (event: AuditEvent) => ({
      value: String(event.occurredAt),
      id: event.auditEventId,
    });
    const isCounted = page.counted ?? true;
    const total = isCounted ? await countAuditEvents(db, search) : 0;
    return { ...toSpan(found, page, place), total, timeZone };
  });
}
