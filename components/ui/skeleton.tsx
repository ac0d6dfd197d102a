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
