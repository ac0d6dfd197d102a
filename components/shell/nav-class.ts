/** An entry of the bar; a stack of sign and word on a phone, a word on a wide screen. */
export const BAR_ITEM_CLASS =
  "flex items-center text-muted hover:text-ink aria-[current=page]:text-ink " +
  "aria-[current=page]:font-medium focus-visible:-outline-offset-2 " +
  "max-md:min-h-14 max-md:min-w-0 max-md:flex-1 max-md:flex-col max-md:justify-center " +
  "max-md:border-t-2 max-md:border-transparent max-md:text-meta max-md:whitespace-nowrap " +
  "max-md:aria-[current=page]:border-accent " +
  "md:h-14 md:border-b-2 md:border-transparent md:px-2 md:whitespace-nowrap lg:px-2.5 " +
  "md:aria-[current=page]:border-accent";
