import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";

/** A link inside text or a table cell: underlined, so that it is told from text without colour. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={classNames(
        "text-accent underline decoration-from-font underline-offset-4 hover:text-accent-strong",
        "rounded-control",
        className,
      )}
    />
  );
}
