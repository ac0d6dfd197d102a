import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import { CONTROL_CLASS } from "@/components/ui/control-class";

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={classNames(CONTROL_CLASS, "py-1.5 field-sizing-content", className)}
    />
  );
}
