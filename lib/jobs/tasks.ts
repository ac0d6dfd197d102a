import "server-only";
import { randomUUID } from "node:crypto";
import { parseCrontab, type ParsedCronItem, type TaskList } from "graphile-worker";
import type { Ctx } from "@/lib/data/ctx";
import { type Mode, MODES } from "@/lib/domain/mode";
import { logger } from "@/lib/platform/logger";
import { settleLimitRequests } from "@/lib/use-cases/limit-requests/settle-limit-requests";
import { sweepExpired } from "@/lib/use-cases/reservations/sweep-expired";
import { forgetOutdated } from "@/lib/use-cases/upkeep/forget-outdated";

type Work = (ctx: Ctx) => Promise<number>;

/** Does a piece of work as the system, in each mode, and tells what it did. */
const task =
  (name: string, work: Work, modes: readonly Mode[] = MODES) =>
  async () => {
    const requestId = `job-${randomUUID()}`;
    const ctx = { actor: { kind: "system" }, now: () => new Date(), requestId } as const;
    let done = 0;
    for (const mode of modes) done += await work({ ...ctx, mode });
    if (done > 0) logger.info({ task: name, requestId, done }, "job done");
  };

/** What runs beside the requests; nothing a limit or a request depends on waits for any of it. */
export const TASKS: TaskList = {
  settle_limit_requests: task("settle_limit_requests", settleLimitRequests),
  forget_outdated: task("forget_outdated", forgetOutdated, ["live"]),
};

/** What is too frequent for a queue: one after the other, in every process. */
export const sweep = task("sweep_expired", sweepExpired);

/** Every minute what time did to requests; hourly what is kept for a time only. */
export const CRON: ParsedCronItem[] = parseCrontab(
  ["* * * * * settle_limit_requests ?max=3", "17 * * * * forget_outdated ?max=3"].join("\n"),
);
