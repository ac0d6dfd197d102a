/** How every control that takes text or a choice looks. Sixteen pixels on touch: no zoom on focus. */
export const CONTROL_CLASS =
  "w-full min-w-0 rounded-control border border-line-strong bg-surface px-2.5 text-data text-ink " +
  "min-h-9 pointer-coarse:min-h-11 pointer-coarse:text-[1rem] " +
  "focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-accent " +
  "aria-invalid:border-block disabled:bg-sunken disabled:text-muted";
