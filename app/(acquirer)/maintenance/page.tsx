import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { announce, cancel, end } from "@/app/(acquirer)/maintenance/actions";
import { AnnounceMaintenance } from "@/components/maintenance/announce-maintenance";
import { MaintenanceCalendar } from "@/components/maintenance/maintenance-calendar";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { listMaintenanceWindows } from "@/lib/use-cases/maintenance/list-maintenance-windows";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("maintenance"))("title") };
}

export default async function MaintenancePage() {
  const { ctx } = await requireAcquirer();
  const { windows, now, timeZone } = await listMaintenanceWindows(ctx);
  const mayManage = can(ctx.actor, "maintenance.manage", ACQUIRER);
  const t = await getTranslations("maintenance");
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={t("lead")}
        actions={mayManage && <AnnounceMaintenance {...{ now, timeZone, announce }} />}
      />
      <MaintenanceCalendar
        {...{ windows, now, timeZone }}
        actions={mayManage ? { end, cancel } : null}
      />
    </>
  );
}
