import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  label: string;
  icon: ReactNode;
};

/** A square button that shows an icon and says its name to assistive technology. */
export function IconButton({ label, icon, className, type = "button", ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={classNames(
        "inline-flex size-9 items-center justify-center rounded-control text-ink hover:bg-sunken",
        "transition-colors disabled:opacity-50 pointer-coarse:size-11",
        className,
      )}
    >
      {icon}
    </button>
  );
}
