"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { POPUP_CLASS } from "@/components/ui/popup-class";

/** A remark on something that already has a name; never the only place of a fact. */
export function Tooltip({ content, children }: { content: ReactNode; children: ReactElement }) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={300} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} collisionPadding={8} className="z-40">
          <Base.Popup className={classNames(POPUP_CLASS, "max-w-72 px-2 py-1 text-meta")}>
            {content}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
