import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";

type PaginationProps = {
  /** "1-25 of 1,204" */
  summary: ReactNode;
  previousHref: string | null;
  nextHref: string | null;
  labels: { nav: string; previous: string; next: string };
};

export function Pagination({ summary, previousHref, nextHref, labels }: PaginationProps) {
  return (
    <nav
      aria-label={labels.nav}
      className="mt-3 flex flex-wrap items-center justify-between gap-3 text-muted"
    >
      <p>{summary}</p>
      <div className="flex gap-2">
        {previousHref && (
          <LinkButton href={previousHref} rel="prev" size="small">
            <ChevronLeft aria-hidden className="size-4" />
            {labels.previous}
          </LinkButton>
        )}
        {nextHref && (
          <LinkButton href={nextHref} rel="next" size="small">
            {labels.next}
            <ChevronRight aria-hidden className="size-4" />
          </LinkButton>
        )}
      </div>
    </nav>
  );
}
