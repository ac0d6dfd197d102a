import { classNames } from "@/components/ui/class-names";

/** A quiet block in the place and shape of what is to come. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames("block animate-pulse rounded-control bg-sunken", className ?? "h-4")}
    />
  );
}

type SkeletonTableProps = { rows?: number; columns?: number };

export function SkeletonTable({ rows = 8, columns = 5 }: SkeletonTableProps) {
  return (
    <div aria-hidden className="divide-y rounded-panel border bg-surface">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex gap-6 px-3 py-3">
          {Array.from({ length: columns }, (_, column) => (
            <Skeleton
              key={column}
              className={classNames("h-4 flex-1", column > 1 && "max-md:hidden")}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type SkeletonPageProps = { label: string; children: React.ReactNode };

/** A page that is on its way: says so once to assistive technology. */
export function SkeletonPage({ label, children }: SkeletonPageProps) {
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{label}</span>
      <Skeleton className="mb-6 h-7 w-48" />
      {children}
    </div>
  );
}
