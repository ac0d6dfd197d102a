import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** Where this page hangs: one link back up. */
  parent?: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, parent, meta, actions }: PageHeaderProps) {
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {parent && <div className="text-meta text-muted">{parent}</div>}
        <h1 className="text-heading font-semibold">{title}</h1>
        {meta && (
          <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">{meta}</div>
        )}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
