export const TAB_LIST_CLASS = "flex gap-1 overflow-x-auto border-b";

/** A tab or the link that plays one; the one that is on carries a line, not just a colour. */
export const TAB_CLASS =
  "-mb-px inline-flex min-h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent px-3 " +
  "text-muted whitespace-nowrap hover:text-ink pointer-coarse:min-h-11 " +
  "focus-visible:-outline-offset-2 " +
  "data-active:border-accent data-active:text-ink data-active:font-medium " +
  "aria-[current=page]:border-accent aria-[current=page]:text-ink aria-[current=page]:font-medium";
