import type { Selection } from "@/lib/contracts/imports/bulk-edit";

const KEY = "headroom.selection";

/** Takes a selection along to the page that edits it; it outlives a reload, not the tab. */
export function keepSelection(selection: Selection): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(selection));
  } catch {
    // Without storage the page says that nothing is selected.
  }
}

/** The text of the selection kept last; empty where there is none. */
export function keptSelection(): string {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}
