"use client";

import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef } from "react";
import { isOverlaid } from "@/components/ui/is-overlaid";
import { isModified, isTyping } from "@/components/ui/is-typing";

type KeyboardRowsProps = { children: ReactNode; className?: string };

/**
 * Moves through the rows of the table inside with j and k (or the arrows once a row has focus),
 * opens with o, and presses what a row marks with `data-row-key="x"` when x is struck.
 */
export function KeyboardRows({ children, className }: KeyboardRowsProps) {
  const root = useRef<HTMLDivElement>(null);

  const step = useCallback((by: 1 | -1) => {
    const rows = [...(root.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by;
    const row = rows[Math.max(0, Math.min(rows.length - 1, next))];
    row?.querySelector<HTMLElement>("[data-row-link], a, button")?.focus();
  }, []);

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (isTyping(event.target) || isModified(event) || event.defaultPrevented) return;
      if (isOverlaid()) return;
      if (event.key === "j") step(1);
      if (event.key === "k") step(-1);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [step]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isTyping(event.target) || isModified(event)) return;
    const row = (event.target as HTMLElement).closest("[data-row]");
    if (!row) return;
    const moves = { ArrowDown: 1, ArrowUp: -1 } as const;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(moves[event.key]);
      return;
    }
    const selector =
      event.key === "o" ? "[data-row-link]" : `[data-row-key="${CSS.escape(event.key)}"]`;
    row.querySelector<HTMLElement>(selector)?.click();
  };

  return (
    // The rows hold the focus; this only listens to what bubbles up from them.
    <div ref={root} onKeyDown={onKeyDown} className={className}>
      {children}
    </div>
  );
}
