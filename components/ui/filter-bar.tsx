import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";

type FilterBarProps = {
  action: string;
  label: string;
  applyLabel: string;
  /** Shown while anything is filtered. */
  clear: { href: string; label: string } | null;
  /** What the address keeps besides the filters, such as the sort. */
  keep?: Readonly<Record<string, string | null | undefined>>;
  children: ReactNode;
};

/** Filters as a plain form that writes them into the address; it works before any script. */
export function FilterBar({ action, label, applyLabel, clear, keep, children }: FilterBarProps) {
  return (
    <form
      action={action}
      role="search"
      aria-label={label}
      className="mb-3 flex flex-wrap items-end gap-3 print-hidden"
    >
      {Object.entries(keep ?? {}).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
      <Button type="submit">{applyLabel}</Button>
      {clear && (
        <LinkButton href={clear.href} variant="quiet">
          {clear.label}
        </LinkButton>
      )}
    </form>
  );
}
