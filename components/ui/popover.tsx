"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { POPUP_CLASS } from "@/components/ui/popup-class";

type PopoverProps = {
  trigger: ReactElement;
  title: string;
  align?: "start" | "center" | "end";
  children: ReactNode;
  className?: string;
};

export function Popover({ trigger, title, align = "start", children, className }: PopoverProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} collisionPadding={8} className="z-30">
          <Base.Popup
            className={classNames(
              POPUP_CLASS,
              "max-h-(--available-height) max-w-(--available-width) overflow-y-auto p-3",
              className ?? "w-80",
            )}
          >
            <Base.Title className="mb-2 font-semibold">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
