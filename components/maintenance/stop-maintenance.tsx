"use client";

import { useTranslations } from "next-intl";
import { ConfirmedAction } from "@/components/shell/confirmed-action";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { MaintenanceWindow } from "@/lib/domain/maintenance";

type Act = (input: { maintenanceWindowId: string }) => Promise<ActionResult<void>>;
export type MaintenanceActions = { end: Act; cancel: Act };

type StopMaintenanceProps = {
  window: Pick<MaintenanceWindow, "maintenanceWindowId" | "kind">;
  title: string;
  isRunning: boolean;
  actions: MaintenanceActions;
};

/** Ends a window that runs, or takes back one that is yet to come. */
export function StopMaintenance({ window, title, isRunning, actions }: StopMaintenanceProps) {
  const t = useTranslations(isRunning ? "maintenance.end" : "maintenance.cancel");
  const { maintenanceWindowId, kind } = window;
  const act = isRunning ? actions.end : actions.cancel;
  return (
    <ConfirmedAction
      label={t("button")}
      labelFor={t("buttonFor", { title })}
      title={t("title", { title })}
      confirmLabel={t("confirm")}
      cancelLabel={t("keep")}
      done={t("done")}
      act={() => act({ maintenanceWindowId })}
    >
      {t(`what.${kind}`)}
    </ConfirmedAction>
  );
}
