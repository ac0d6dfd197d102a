import "server-only";
import { Logger, run } from "graphile-worker";
import { database } from "@/lib/data/pool";
import { CRON, TASKS } from "@/lib/jobs/tasks";
import { logger } from "@/lib/platform/logger";
import { onStop } from "@/lib/platform/on-stop";

const workerLogger = new Logger(() => (level, message) => {
  if (level === "error") logger.error(message);
  if (level === "warning") logger.warn(message);
});

/** Starts the worker of this process on the shared pool; it stops with the process. */
export async function startJobs(): Promise<void> {
  const runner = await run({
    pgPool: database().pool,
    taskList: TASKS,
    parsedCronItems: CRON,
    concurrency: 1,
    noHandleSignals: true,
    logger: workerLogger,
  });
  onStop(() => runner.stop());
  runner.promise.catch((error: unknown) => logger.error({ err: error }, "the worker stopped"));
}
