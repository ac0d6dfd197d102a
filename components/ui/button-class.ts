import { classNames } from "@/components/ui/class-names";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium";

const VARIANT: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong font-medium",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  quiet: "border-transparent bg-transparent text-ink hover:bg-sunken",
  danger: "border-transparent bg-block text-on-block font-medium hover:opacity-90",
};

const SIZE: Record<ButtonSize, string> = {
  small: "min-h-8 px-2 text-data pointer-coarse:min-h-11",
  medium: "min-h-9 px-3 text-data pointer-coarse:min-h-11",
};

/** How anything that acts looks, be it a button or a link. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, className?: string) {
  return classNames(
    "inline-flex items-center justify-center gap-2 rounded-control border py-1 text-center",
    "select-none transition-colors disabled:opacity-50 disabled:pointer-events-none",
    "aria-disabled:opacity-60 print-hidden",
    VARIANT[variant],
    SIZE[size],
    className,
  );
}
