const MOST = 5;

export type RecentPlace = { href: string; label: string; hint?: string };

// Kept for the tab alone: who signs in next at this till learns nothing from it.
const slotOf = (userId: string) => `headroom.recent.${userId}`;

const isRecent = (value: unknown): value is RecentPlace =>
  typeof value === "object" &&
  value !== null &&
  "href" in value &&
  "label" in value &&
  typeof value.label === "string" &&
  typeof value.href === "string" &&
  /^\/(?!\/)/.test(value.href);

/** Records this person went to from the palette, the latest first. */
export function readRecent(userId: string): RecentPlace[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(slotOf(userId)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberRecent(userId: string, place: RecentPlace): void {
  const others = readRecent(userId).filter(({ href }) => href !== place.href);
  try {
    sessionStorage.setItem(slotOf(userId), JSON.stringify([place, ...others].slice(0, MOST)));
  } catch {
    // A browser that keeps nothing still searches.
  }
}
