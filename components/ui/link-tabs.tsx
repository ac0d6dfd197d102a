import Link from "next/link";
import type { ReactNode } from "react";
import { TAB_CLASS, TAB_LIST_CLASS } from "@/components/ui/tab-class";

export type LinkTab = { href: string; label: ReactNode; count?: ReactNode; current: boolean };

/** Views of one list that live in the address. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav aria-label={label} className={TAB_LIST_CLASS}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          scroll={false}
          aria-current={tab.current ? "page" : undefined}
          className={TAB_CLASS}
        >
          {tab.label}
          {tab.count !== undefined && (
            <span className="rounded-full bg-sunken px-1.5 text-meta text-ink">{tab.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
