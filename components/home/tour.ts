export const TOUR_STEPS = ["refuse", "ask", "approve"] as const;
export type TourStep = (typeof TOUR_STEPS)[number];
export type Tour = { done: readonly TourStep[]; isHidden: boolean };

/** Kept in a cookie, so that the server draws the page as this browser left it. */
export const TOUR_COOKIE = "tour";
const CHANGED = "headroom.tour.changed";
const HIDDEN = "hidden";
const YEAR_S = 31_536_000;

/** How far somebody has come, by the cookie's text; from the beginning without one. */
export function tourOf(text = ""): Tour {
  const said = text.split(".");
  return {
    done: TOUR_STEPS.filter((step) => said.includes(step)),
    isHidden: said.includes(HIDDEN),
  };
}

let read: { text: string; tour: Tour } = { text: "", tour: tourOf() };

/** How far this browser has come; the same object until something changes. */
export function readTour(): Tour {
  const [, text = ""] = /(?:^|; )tour=([^;]*)/.exec(document.cookie) ?? [];
  if (text !== read.text) read = { text, tour: tourOf(text) };
  return read.tour;
}

export function writeTour({ done, isHidden }: Tour): void {
  const text = [...done, ...(isHidden ? [HIDDEN] : [])].join(".");
  document.cookie = `${TOUR_COOKIE}=${text}; path=/; max-age=${YEAR_S}; samesite=lax`;
  window.dispatchEvent(new Event(CHANGED));
}

export function watchTour(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}
