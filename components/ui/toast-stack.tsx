"use client";

import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useEffect } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { classNames } from "@/components/ui/class-names";
import { POPUP_CLASS } from "@/components/ui/popup-class";
import { takeToasts, type ToastTone, type ToastWords } from "@/components/ui/toast";
import { TONE_ICON, TONE_TEXT } from "@/components/ui/tone";

export type ToastLabels = { closeLabel: string; regionLabel: string };

const manager = Toast.createToastManager<{ tone: ToastTone }>();

// A region that comes together with its words is not read out by every screen reader.
const SETTLED_MS = 100;

const add = ({ tone, title, description }: ToastWords) =>
  manager.add({
    title,
    description,
    data: { tone },
    priority: tone === "block" ? "high" : "low",
    timeout: tone === "block" ? 8_000 : 4_000,
  });

/** What happened, one upon the other; announced politely, a refusal at once. */
export function ToastStack({ closeLabel, regionLabel }: ToastLabels) {
  useEffect(() => {
    const timer = setTimeout(() => takeToasts(add), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Toast.Provider toastManager={manager} limit={3}>
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
              // It can be reached, so it is not hidden from those who do not see that it is there.
              aria-hidden={false}
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
