"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Announce, MaintenanceFormView } from "@/components/maintenance/maintenance-form-view";
import type { Instant } from "@/lib/domain/instant";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type AnnounceMaintenanceProps = { now: Instant; timeZone: string; announce: Announce };

/** Opens the form for a new maintenance window. */
export function AnnounceMaintenance(props: AnnounceMaintenanceProps) {
  const t = useTranslations("maintenance");
  const shell = useTranslations("shell");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t("announce")}</Button>}
      title={t("announce")}
      description={t("announceHint")}
      closeLabel={shell("dismiss")}
    >
      <MaintenanceFormView {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}
