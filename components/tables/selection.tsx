"use client";

import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from "react";
import {
  type Chosen,
  choosePage,
  chooseRow,
  chooseSpan,
  NOTHING,
} from "@/components/tables/chosen";
import { isModified } from "@/components/ui/is-typing";

type SelectionState = Chosen & {
  pageIds: readonly string[];
  choose: (id: string, spans: boolean) => void;
  choosePage: () => void;
  chooseAll: () => void;
  clear: () => void;
};

const Context = createContext<SelectionState | null>(null);

/** What is selected in the table around; outside of one there is nothing to select. */
export function useSelection(): SelectionState {
  const state = useContext(Context);
  if (!state) throw new Error("There is no selection around this.");
  return state;
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

const rowId = (row: Element | null | undefined) =>
  row?.querySelector<HTMLElement>("[data-select-row]")?.dataset.selectRow ?? null;

/**
 * Keeps what is selected while its reader turns pages. Space takes a row in or out, Shift with the arrows or
 * a press takes in all rows up to there.
 */
export function Selection({
  pageIds,
  children,
}: {
  pageIds: readonly string[];
  children: ReactNode;
}) {
  const [chosen, setChosen] = useState<Chosen>(NOTHING);
  const root = useRef<HTMLDivElement>(null);
  const choose = useCallback(
    (id: string, spans: boolean) =>
      setChosen((now) =>
        spans ? chooseSpan(now, pageIds, { to: id }) : chooseRow(now, pageIds, id),
      ),
    [pageIds],
  );

  const span = (row: Element, from: string, by: 1 | -1, focused: HTMLElement) => {
    const rows = [...(root.current?.querySelectorAll("[data-row]") ?? [])];
    const next = rows[rows.indexOf(row) + by];
    const to = rowId(next);
    if (to === null) return;
    setChosen((now) => chooseSpan(now, pageIds, { from, to }));
    const where = focused.matches("input") ? "[data-select-row]" : "[data-row-link]";
    next?.querySelector<HTMLElement>(where)?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const focused = event.target as HTMLElement;
    const row = focused.closest("[data-row]");
    const id = rowId(row);
    if (!row || id === null || isModified(event)) return;
    if (event.key === " " && focused.matches("a")) {
      event.preventDefault();
      choose(id, event.shiftKey);
    }
    const by = STEPS[event.key];
    if (!event.shiftKey || by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    span(row, id, by, focused);
  };

  const state = useMemo<SelectionState>(
    () => ({
      ...{ ...chosen, pageIds, choose },
      choosePage: () => setChosen((now) => choosePage(now, pageIds)),
      chooseAll: () => setChosen({ ...NOTHING, all: true }),
      clear: () => setChosen(NOTHING),
    }),
    [chosen, pageIds, choose],
  );
  return (
    <Context value={state}>
      <div ref={root} onKeyDownCapture={onKeyDown}>
        {children}
      </div>
    </Context>
  );
}
