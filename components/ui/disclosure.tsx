import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  className?: string;
  onOpenChange?: (isOpen: boolean) => void;
};

/** More, on demand; works before any script. */
export function Disclosure({ summary, children, className, onOpenChange }: DisclosureProps) {
  return (
    <details
      className={classNames("group", className)}
      onToggle={onOpenChange && ((event) => onOpenChange(event.currentTarget.open))}
    >
      <summary className="inline-flex list-none items-center gap-1 rounded-control text-accent underline decoration-from-font underline-offset-4 pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
