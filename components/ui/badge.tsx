import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { type Tone, TONE_ICON, TONE_SOFT, TONE_TEXT } from "@/components/ui/tone";

type BadgeProps = {
  tone?: Tone;
  icon?: LucideIcon;
  children: ReactNode;
  className?: string;
};

/** A short state in words on a soft ground, always with an icon. */
export function Badge({ tone = "neutral", icon, children, className }: BadgeProps) {
  const Icon = icon ?? TONE_ICON[tone];
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1 rounded-control px-1.5 text-meta whitespace-nowrap",
        TONE_SOFT[tone],
        tone === "neutral" || tone === "pending" ? "text-ink" : TONE_TEXT[tone],
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {children}
    </span>
  );
}
