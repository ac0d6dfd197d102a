import { useEffect, useRef } from "react";
import { isOverlaid } from "@/components/ui/is-overlaid";
import { isModified, isTyping } from "@/components/ui/is-typing";

/** How long g waits for its letter. */
const WAIT_MS = 1_500;

type ShellKeys = {
  /** Where each letter after g leads. */
  jumps: Readonly<Record<string, string>>;
  go: (href: string) => void;
  togglePalette: () => void;
  /** Called when the first of the palette's two keys goes down. */
  expectPalette: () => void;
  openHelp: () => void;
};

const isElsewhere = (event: KeyboardEvent) =>
  isTyping(event.target) ||
  isModified(event) ||
  event.repeat ||
  event.isComposing ||
  isOverlaid() ||
  document.querySelector("[role=menu]") !== null;

const isPaletteKey = ({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent) =>
  ctrlKey !== metaKey && !altKey && !shiftKey && key.toLowerCase() === "k";

/** Ctrl/Cmd+K everywhere; ? and g with a letter wherever nobody types. */
export function useShellKeys(keys: ShellKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });

  useEffect(() => {
    let startedAt = -WAIT_MS;
    const onKey = (event: KeyboardEvent) => {
      const { jumps, go, togglePalette, expectPalette, openHelp } = latest.current;
      if (event.key === "Control" || event.key === "Meta") expectPalette();
      if (isPaletteKey(event)) {
        event.preventDefault();
        togglePalette();
        return;
      }
      if (isElsewhere(event)) return;
      const isJump = event.timeStamp - startedAt < WAIT_MS;
      startedAt = -WAIT_MS;
      const href = isJump ? jumps[event.key.toLowerCase()] : undefined;
      if (href !== undefined) {
        // A row of a list may know the same letter.
        event.preventDefault();
        event.stopPropagation();
        go(href);
      } else if (event.key === "g") {
        startedAt = event.timeStamp;
      } else if (event.key === "?") {
        event.preventDefault();
        openHelp();
      }
    };
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, []);
}
