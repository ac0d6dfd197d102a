import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, run } from "graphile-worker";
import { database } from "@/lib/data/pool";
import { CRON, sweep, TASKS } from "@/lib/jobs/tasks";
import { logger } from "@/lib/platform/logger";
import { onStop } from "@/lib/platform/on-stop";

const START_MS = 30_000;
const SWEEP_MS = 2_000;

const workerLogger = new Logger(() => (level, message) => {
  if (level === "error") logger.error(message);
  if (level === "warning") logger.warn(message);
});

const startWorker = () =>
  run({
    pgPool: database().pool,
    taskList: TASKS,
    parsedCronItems: CRON,
    concurrency: 1,
    noHandleSignals: true,
    logger: workerLogger,
  });

/** A machine busy with starting may be too slow for the pool's short time to connect. */
async function startPatiently(): ReturnType<typeof startWorker> {
  for (const end = Date.now() + START_MS; ; await sleep(500)) {
    try {
      return await startWorker();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** Sweeps until the process stops; what fails is tried again the next time. */
function startSweeping(): void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const sweeping = (async () => {
    while (await sleep(SWEEP_MS, true, { signal, ref: false }).catch(() => false)) {
      await sweep().catch((error: unknown) => logger.warn({ err: error }, "the sweep failed"));
    }
  })();
  onStop(() => {
    stopping.abort();
    return sweeping;
  });
}

/** Starts the worker of this process on the shared pool; it stops with the process. */
export async function startJobs(): Promise<void> {
  const runner = await startPatiently();
  onStop(() => runner.stop());
  startSweeping();
  runner.promise.catch((error: unknown) => logger.error({ err: error }, "the worker stopped"));
}
