import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { buttonClass, type ButtonSize, type ButtonVariant } from "@/components/ui/button-class";

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Shows that the work is under way; a second press does nothing. */
  pending?: boolean;
};

export function Button(props: ButtonProps) {
  const {
    variant = "secondary",
    size = "medium",
    pending = false,
    className,
    children,
    type = "button",
    onClick,
    ...rest
  } = props;
  return (
    <button
      {...rest}
      type={pending ? "button" : type}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? undefined : onClick}
      className={buttonClass(variant, size, className)}
    >
      {pending && <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin" />}
      {children}
    </button>
  );
}
