import type { SelectableList } from "@/lib/domain/tables/selectable";

/** Rows ticked one by one, or what the address of their list says; the page it is for reads it strictly. */
type KeptSelection = {
  list: SelectableList;
  /** Whose rows they are, where the list is one merchant's. */
  merchantId?: string;
} & ({ ids: readonly string[] } | { query: string; count: number });

const KEY = "headroom.selection";

/** Takes a selection along to the page that is about it; it outlives a reload, not the tab. */
export function keepSelection(selection: KeptSelection): void {
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
