import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";

/** The link that opens a table row; on a phone the whole block is its target. */
export function RowLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      data-row-link=""
      className={classNames(
        "rounded-control text-ink underline decoration-line-strong decoration-from-font",
        "underline-offset-4 hover:text-accent-strong hover:decoration-current",
        "max-md:after:absolute max-md:after:inset-0",
        className,
      )}
    />
  );
}
