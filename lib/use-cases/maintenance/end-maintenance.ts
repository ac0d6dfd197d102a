import "server-only";
import { ConflictError, NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { findMaintenanceWindow, setMaintenanceEnd } from "@/lib/data/maintenance-windows";
import { authorize } from "@/lib/use-cases/authorize";

/** Ends a window that runs: checks are decided without it from now on. */
export async function endMaintenance(ctx: Ctx, maintenanceWindowId: string): Promise<void> {
  authorize(ctx, "maintenance.manage", ACQUIRER);
  const at = ctx.now();
  await withAcquirer(ctx, async (db) => {
    const window = await findMaintenanceWindow(db, maintenanceWindowId);
    if (!window) throw new NotFoundError();
    if (!(await setMaintenanceEnd(db, maintenanceWindowId, window.endsAt, at))) {
      throw new ConflictError("This window does not run any more.");
    }
    await recordAuditEvent(db, ACQUIRER, ctx, {
      action: "maintenance.end",
      subjectKind: "maintenance_window",
      subjectId: maintenanceWindowId,
      before: { endsAt: window.endsAt },
      after: { endsAt: at.getTime() },
    });
  });
}
