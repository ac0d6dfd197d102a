/** How often each contestant runs; the middle figure counts. */
export const ROUNDS = 3;

/** Seconds of one round at full load. */
export const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);

/** Seconds of one round at a given rate. */
export const OPEN_SECONDS = Number(process.env.BENCH_OPEN_SECONDS ?? 10);
