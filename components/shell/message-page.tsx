import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type MessagePageProps = {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
};

/** A page that only says one thing, and where to go from here. */
export function MessagePage({ icon: Icon, title, children, actions }: MessagePageProps) {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-start gap-3 px-4 py-16">
      <Icon aria-hidden className="size-6 text-muted" />
      <h1 className="text-heading font-semibold">{title}</h1>
      <div className="text-muted">{children}</div>
      {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
