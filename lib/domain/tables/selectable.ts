import { MOST_SELECTED } from "@/lib/domain/bulk-edits/bulk-edit";
import { MOST_ASKED_TOGETHER } from "@/lib/domain/limit-requests/shared-change";

/** The lists whose rows can be selected: how many together, and what is done with them where. */
export const SELECTABLE = {
  merchants: { most: MOST_SELECTED, act: "edit", path: "/bulk-edits" },
  registry: { most: MOST_SELECTED, act: "edit", path: "/bulk-edits" },
  limits: { most: MOST_ASKED_TOGETHER, act: "ask", path: "/limit-requests/new/several" },
} as const;

export type SelectableList = keyof typeof SELECTABLE;
