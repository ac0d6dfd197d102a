"use client";

import {
  type ButtonHTMLAttributes,
  cloneElement,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useState,
} from "react";

export type MenuEntry =
  | { kind: "action"; key: string; label: ReactNode; icon?: ReactNode; onSelect: () => void }
  | {
      kind: "link";
      key: string;
      label: ReactNode;
      icon?: ReactNode;
      href: string;
      /** The page that is shown. */
      current?: boolean;
      className?: string;
    }
  | { kind: "group"; key: string; label: string; entries: readonly MenuEntry[] }
  | {
      kind: "choice";
      key: string;
      label: string;
      value: string;
      options: readonly { value: string; label: string; lang?: string }[];
      onChange: (value: string) => void;
    }
  | {
      kind: "toggles";
      key: string;
      label: string;
      options: readonly { value: string; label: string; on: boolean; fixed?: boolean }[];
      onChange: (value: string, on: boolean) => void;
    }
  | { kind: "text"; key: string; label: ReactNode }
  | { kind: "separator"; key: string };

export type MenuProps = {
  trigger: ReactElement<ButtonHTMLAttributes<HTMLButtonElement>>;
  entries: readonly MenuEntry[];
  align?: "start" | "end";
};

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
