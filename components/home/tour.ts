export const TOUR_STEPS = ["refuse", "ask", "approve"] as const;
export type TourStep = (typeof TOUR_STEPS)[number];
export type Tour = { done: readonly TourStep[]; isHidden: boolean };

const SLOT = "headroom.tour";
const CHANGED = "headroom.tour.changed";
const FRESH: Tour = { done: [], isHidden: false };

const tourOf = (value: unknown): Tour => {
  if (typeof value !== "object" || value === null || !("done" in value)) return FRESH;
  const { done } = value;
  return {
    done: TOUR_STEPS.filter((step) => Array.isArray(done) && done.includes(step)),
    isHidden: "isHidden" in value && value.isHidden === true,
  };
};

let read: { text: string | null; tour: Tour } = { text: null, tour: FRESH };

/** How far this browser has come; the same object until something changes. */
export function readTour(): Tour {
  try {
    const text = localStorage.getItem(SLOT);
    if (text !== read.text) read = { text, tour: text ? tourOf(JSON.parse(text)) : FRESH };
  } catch {
    return FRESH;
  }
  return read.tour;
}

export function writeTour(tour: Tour): void {
  try {
    localStorage.setItem(SLOT, JSON.stringify(tour));
  } catch {
    // A browser that keeps nothing begins anew on the next page.
  }
  window.dispatchEvent(new Event(CHANGED));
}

export function watchTour(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener("storage", onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener("storage", onChange);
  };
}
