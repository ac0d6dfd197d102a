import "server-only";
import { InvalidError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Instant } from "@/lib/domain/instant";
import { announcementFaults, type Announcement } from "@/lib/domain/maintenance";
import { recordAuditEvent } from "@/lib/data/audit-events";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { createMaintenanceWindow } from "@/lib/data/maintenance-windows";
import { newId } from "@/lib/platform/ids";
import { authorize, authorizePerson } from "@/lib/use-cases/authorize";

/** Null starts at once. */
export type WantedMaintenance = Omit<Announcement, "startsAt"> & { startsAt: Instant | null };

/** Publishes a maintenance window: from its start checks warn, or for an outage decline. */
export async function announceMaintenance(ctx: Ctx, wanted: WantedMaintenance): Promise<void> {
  authorize(ctx, "maintenance.manage", ACQUIRER);
  const { userId } = authorizePerson(ctx);
  const at = ctx.now();
  const announcement = { ...wanted, startsAt: wanted.startsAt ?? at.getTime() };
  const faults = announcementFaults(announcement, at.getTime());
  if (faults.length > 0) throw new InvalidError(faults);
  const maintenanceWindowId = newId("mnt");
  await withAcquirer(ctx, async (db) => {
    const window = { ...announcement, maintenanceWindowId, createdBy: userId };
    await createMaintenanceWindow(db, window, at);
    const { kind, startsAt, endsAt, titleEn, titleZh } = announcement;
    await recordAuditEvent(db, ACQUIRER, ctx, {
      action: "maintenance.announce",
      subjectKind: "maintenance_window",
      subjectId: maintenanceWindowId,
      after: { kind, startsAt, endsAt, titleEn, titleZh },
    });
  });
}
