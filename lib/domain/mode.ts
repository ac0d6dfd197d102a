/** Live, or a key made for testing: the same settings, but counters, holds and requests of its own. */
export const MODES = ["live", "test"] as const;
export type Mode = (typeof MODES)[number];

/** One of each for either mode, so that what is kept for one is never found by the other. */
export const perMode = <T>(make: (mode: Mode) => T): Readonly<Record<Mode, T>> => ({
  live: make("live"),
  test: make("test"),
});
