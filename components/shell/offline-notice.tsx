"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";

function watch(onChange: () => void) {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}

export const useIsOnline = (): boolean =>
  useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  );

/** Says that the figures stand still while there is no connection, and goes by itself. */
export function OfflineNotice() {
  const t = useTranslations("shell");
  const isOnline = useIsOnline();
  return (
    <div role="status" className="bg-warn-soft text-warn">
      {!isOnline && (
        <p className="mx-auto flex max-w-7xl items-center gap-2 border-t px-4 py-1.5">
          <CloudOff aria-hidden className="size-4 shrink-0" />
          {t("offline")}
        </p>
      )}
    </div>
  );
}
