import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { type Tone, TONE_ICON, TONE_TEXT } from "@/components/ui/tone";

type StatusProps = { tone: Tone; icon?: LucideIcon; children: ReactNode; className?: string };

/** A state inside a line of text or a table cell: icon and word, without a ground. */
export function Status({ tone, icon, children, className }: StatusProps) {
  const Icon = icon ?? TONE_ICON[tone];
  return (
    <span className={classNames("inline-flex items-baseline gap-1", TONE_TEXT[tone], className)}>
      <Icon aria-hidden className="size-4 shrink-0 self-center" />
      <span>{children}</span>
    </span>
  );
}
