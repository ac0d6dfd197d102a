import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type Description = { term: ReactNode; value: ReactNode; key: string };

type DescriptionListProps = { items: readonly Description[]; className?: string };

export function DescriptionList({ items, className }: DescriptionListProps) {
  return (
    <dl
      className={classNames("grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-1.5", className)}
    >
      {items.map((item) => (
        <div key={item.key} className="contents">
          <dt className="text-muted">{item.term}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
