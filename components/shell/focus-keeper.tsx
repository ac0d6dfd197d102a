"use client";

import { useEffect } from "react";
import { isOverlaid } from "@/components/ui/is-overlaid";

// A dialog that closes gives the focus back by itself, a moment later.
const SETTLED_MS = 60;

function trailOf(element: Element | null): Element[] {
  return element === null ? [] : [element, ...trailOf(element.parentElement)];
}

const nameOf = (element: Element) => element.ariaLabel ?? element.textContent;

/** The same control drawn anew, the link of its row, its section, or the page: whichever is nearest. */
function placeIn(trail: readonly Element[]): HTMLElement | null {
  const standing = trail.filter((element) => element.isConnected);
  const [lost] = trail;
  const around = standing[0]?.matches("main") ? undefined : standing[0];
  const anew = [...(around?.querySelectorAll<HTMLElement>("button, a") ?? [])].find(
    (one) => lost !== undefined && nameOf(one) === nameOf(lost),
  );
  if (anew) return anew;
  for (const element of standing) {
    const link = element.matches("[data-row]") && element.querySelector("[data-row-link], a");
    if (link instanceof HTMLElement) return link;
    if (element instanceof HTMLElement && element.matches("section, main")) return element;
  }
  return document.getElementById("main");
}

/** Whoever works by keyboard goes on from where they were, also when what had the focus is gone. */
export function FocusKeeper() {
  useEffect(() => {
    let trail: readonly Element[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      const isOnPage = target instanceof Element && target.closest("main") !== null;
      if (isOnPage) trail = trailOf(target);
    };
    const restore = () => {
      const isLost = document.activeElement === document.body && trail[0]?.isConnected === false;
      if (!isLost || isOverlaid() || document.querySelector("[role=menu]")) return;
      const place = placeIn(trail);
      if (!place) return;
      if (place.matches("section")) place.tabIndex = -1;
      place.focus({ preventScroll: true });
    };
    const watch = new MutationObserver(() => {
      if (trail[0]?.isConnected !== false) return;
      clearTimeout(timer);
      timer = setTimeout(restore, SETTLED_MS);
    });
    document.addEventListener("focusin", remember);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      watch.disconnect();
      document.removeEventListener("focusin", remember);
    };
  }, []);
  return null;
}
