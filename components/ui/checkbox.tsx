import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
};

export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  return (
    <label className={classNames("flex items-start gap-2 py-1 pointer-coarse:py-2.5", className)}>
      <input {...rest} type="checkbox" className="mt-1 size-4 shrink-0 accent-accent" />
      <span>
        {label}
        {hint && <span className="block text-meta text-muted">{hint}</span>}
      </span>
    </label>
  );
}
