/** The surface of everything that floats above the page. */
export const POPUP_CLASS =
  "rounded-panel bg-raised text-ink shadow-popup outline-none transition-opacity duration-100 " +
  "data-starting-style:opacity-0 data-ending-style:opacity-0";

export const BACKDROP_CLASS =
  "fixed inset-0 min-h-dvh bg-[rgb(0_0_0/0.4)] transition-opacity duration-100 " +
  "data-starting-style:opacity-0 data-ending-style:opacity-0 " +
  "supports-[-webkit-touch-callout:none]:absolute";

export const MENU_ITEM_CLASS =
  "flex w-full cursor-default items-center gap-2 px-3 py-1.5 text-data outline-none select-none " +
  "pointer-coarse:py-2.5 data-highlighted:bg-accent-soft data-disabled:text-muted";
