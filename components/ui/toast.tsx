"use client";

import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { classNames } from "@/components/ui/class-names";
import { POPUP_CLASS } from "@/components/ui/popup-class";
import { type Tone, TONE_ICON, TONE_TEXT } from "@/components/ui/tone";

type ToastTone = Extract<Tone, "pass" | "warn" | "block" | "info">;

const manager = Toast.createToastManager<{ tone: ToastTone }>();

/** Says that something happened; announced politely, a refusal at once. */
export function showToast(tone: ToastTone, title: string, description?: string) {
  manager.add({
    title,
    description,
    data: { tone },
    priority: tone === "block" ? "high" : "low",
    timeout: tone === "block" ? 8_000 : 4_000,
  });
}

type ToastsProps = { closeLabel: string; regionLabel: string; children: ReactNode };

export function Toasts({ closeLabel, regionLabel, children }: ToastsProps) {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport
          aria-label={regionLabel}
          className="fixed bottom-4 left-4 z-50 max-md:bottom-20 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 print-hidden"
        >
          <ToastList closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Toast.useToastManager<{ tone: ToastTone }>();
  return toasts.map((toast) => {
    const tone = toast.data?.tone ?? "info";
    const Icon = TONE_ICON[tone];
    return (
      <Toast.Root
        key={toast.id}
        toast={toast}
        className={classNames(POPUP_CLASS, "flex items-start gap-2 p-3 data-limited:hidden")}
      >
        <Icon aria-hidden className={classNames("mt-1 size-4 shrink-0", TONE_TEXT[tone])} />
        <Toast.Content className="min-w-0 flex-1">
          <Toast.Title className="font-medium" />
          <Toast.Description className="text-muted" />
        </Toast.Content>
        <Toast.Close
          render={
            <IconButton
              label={closeLabel}
              icon={<X aria-hidden className="size-4" />}
              className="-m-1.5"
            />
          }
        />
      </Toast.Root>
    );
  });
}
