"use server";

import { revalidatePath } from "next/cache";
import { AnnouncedMaintenance, MaintenanceRef } from "@/lib/contracts/maintenance-form";
import { action } from "@/lib/http/action";
import { announceMaintenance } from "@/lib/use-cases/maintenance/announce-maintenance";
import { cancelMaintenance } from "@/lib/use-cases/maintenance/cancel-maintenance";
import { endMaintenance } from "@/lib/use-cases/maintenance/end-maintenance";

export const announce = action(AnnouncedMaintenance, async ({ ctx }, wanted) => {
  await announceMaintenance(ctx, wanted);
  revalidatePath("/maintenance");
});

export const end = action(MaintenanceRef, async ({ ctx }, { maintenanceWindowId }) => {
  await endMaintenance(ctx, maintenanceWindowId);
  revalidatePath("/maintenance");
});

export const cancel = action(MaintenanceRef, async ({ ctx }, { maintenanceWindowId }) => {
  await cancelMaintenance(ctx, maintenanceWindowId);
  revalidatePath("/maintenance");
});
