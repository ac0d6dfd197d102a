"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { BACKDROP_CLASS, POPUP_CLASS } from "@/components/ui/popup-class";

type DialogProps = {
  title: ReactNode;
  closeLabel: string;
  description?: ReactNode;
  /** The element that opens it; leave out and pass `open` to control it. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** A dialog in the middle of the screen; on a phone a sheet that rises from the bottom edge. */
export function Dialog(props: DialogProps) {
  const { title, closeLabel, description, trigger, open, onOpenChange, children } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={BACKDROP_CLASS} />
        <Base.Popup
          className={classNames(
            POPUP_CLASS,
            "fixed left-1/2 w-[min(32rem,100vw)] -translate-x-1/2 overflow-y-auto p-4",
            "max-sm:bottom-0 max-sm:max-h-[92dvh] max-sm:rounded-b-none",
            "sm:top-1/2 sm:max-h-[88dvh] sm:-translate-y-1/2",
          )}
        >
          <div className="mb-3 flex items-start justify-between gap-4">
            <Base.Title className="pt-1 font-semibold">{title}</Base.Title>
            <Base.Close
              render={<IconButton label={closeLabel} icon={<X aria-hidden className="size-4" />} />}
            />
          </div>
          {description && (
            <Base.Description render={<div />} className="mb-3 text-muted">
              {description}
            </Base.Description>
          )}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
