import "server-only";
import type { Ctx, Db } from "@/lib/data/ctx";
import { withAcquirer, withDirectory } from "@/lib/data/db";
import {
  clearTrials,
  forgetApiRequests,
  forgetAnswersBefore,
  forgetDecisionSettingsBefore,
  forgetSignInsBefore,
  forgetTransactionKeys,
  keepPartitions,
} from "@/lib/data/upkeep";
import { ACQUIRER } from "@/lib/domain/ids";
import { DAY_MS } from "@/lib/domain/zoned-time";
import { authorize } from "@/lib/use-cases/authorize";

/** Stored answers are kept for 72 hours. */
const ANSWER_MS = 3 * DAY_MS;

/** Settings that stored answers are told from: a day longer than any answer. */
const SETTINGS_MS = ANSWER_MS + DAY_MS;

/** Ended sessions, used links and failed sign-ins stay for a month, to look into what happened. */
const SIGN_IN_MS = 30 * DAY_MS;

/** What was done in test mode. */
const TEST_MS = 30 * DAY_MS;

const AT_ONCE = 5_000;

/** Forgets a few in each transaction, so that nobody waits for it; what comes due meanwhile is the next run's. */
async function inSteps(
  ctx: Ctx,
  forget: (db: Db, most: number) => Promise<number>,
): Promise<number> {
  let all = 0;
  for (;;) {
    const some = await withAcquirer(ctx, (db) => forget(db, AT_ONCE));
    all += some;
    if (some < AT_ONCE) return all;
  }
}

/** Makes room for the months ahead and forgets what is kept for a time only; answers how many rows and months. */
export async function forgetOutdated(ctx: Ctx): Promise<number> {
  authorize(ctx, "upkeep.run", ACQUIRER);
  const before = (ms: number) => new Date(ctx.now().getTime() - ms);
  const months = await withAcquirer(ctx, keepPartitions);
  const keys = await inSteps(ctx, forgetTransactionKeys);
  const requests = await inSteps(ctx, forgetApiRequests);
  const answers = await inSteps(ctx, (db, most) =>
    forgetAnswersBefore(db, before(ANSWER_MS), most),
  );
  const settings = await withAcquirer(ctx, (db) =>
    forgetDecisionSettingsBefore(db, before(SETTINGS_MS)),
  );
  const signIns = await withDirectory((db) => forgetSignInsBefore(db, before(SIGN_IN_MS)));
  // Last: however much there is of it, nothing else waits for it.
  const tests = await inSteps({ ...ctx, mode: "test" }, (db, most) =>
    clearTrials(db, { until: before(TEST_MS) }, most),
  );
  return months + keys + requests + answers + settings + signIns + tests;
}
