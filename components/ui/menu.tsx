"use client";

import { cloneElement, lazy, Suspense, useState } from "react";
import type { MenuProps } from "@/components/ui/menu-entry";

const load = () => import("@/components/ui/opened-menu");
const OpenedMenu = lazy(async () => ({ default: (await load()).OpenedMenu }));

/** A button with a menu. What draws the menu is fetched when somebody comes near: most never open it. */
export function Menu(props: MenuProps) {
  const [isAsked, setAsked] = useState(false);
  const closed = cloneElement(props.trigger, {
    "aria-haspopup": "menu",
    "aria-expanded": isAsked,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    onClick: () => setAsked(true),
  });
  if (!isAsked) return closed;
  return (
    <Suspense fallback={closed}>
      <OpenedMenu {...props} />
    </Suspense>
  );
}
