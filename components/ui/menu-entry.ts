import type { ButtonHTMLAttributes, ReactElement, ReactNode } from "react";

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
