import "server-only";
import { ConflictError, NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { findMaintenanceWindow, setMaintenanceCancelled } from "@/lib/data/maintenance-windows";
import { authorize } from "@/lib/use-cases/authorize";

/** Takes back a window that is yet to come. */
export async function cancelMaintenance(ctx: Ctx, maintenanceWindowId: string): Promise<void> {
  authorize(ctx, "maintenance.manage", ACQUIRER);
  const at = ctx.now();
  await withAcquirer(ctx, async (db) => {
    const window = await findMaintenanceWindow(db, maintenanceWindowId);
    if (!window) throw new NotFoundError();
    if (!(await setMaintenanceCancelled(db, maintenanceWindowId, at))) {
      throw new ConflictError("This window has begun or was cancelled already.");
    }
    const { kind, startsAt, endsAt } = window;
    await recordAuditEvent(db, ACQUIRER, ctx, {
      action: "maintenance.cancel",
      subjectKind: "maintenance_window",
      subjectId: maintenanceWindowId,
      before: { kind, startsAt, endsAt },
      after: { cancelledAt: at.getTime() },
    });
  });
}
