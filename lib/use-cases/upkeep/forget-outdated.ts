import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer, withDirectory } from "@/lib/data/db";
import { forgetAnswersBefore, forgetSignInsBefore } from "@/lib/data/upkeep";
import { ACQUIRER } from "@/lib/domain/ids";
import { DAY_MS } from "@/lib/domain/zoned-time";
import { authorize } from "@/lib/use-cases/authorize";

/** Stored answers are kept for 72 hours. */
const ANSWER_MS = 3 * DAY_MS;

/** Ended sessions, used links and failed sign-ins stay for a month, to look into what happened. */
const SIGN_IN_MS = 30 * DAY_MS;

/** Forgets what is kept for a time only; answers how many rows. */
export async function forgetOutdated(ctx: Ctx): Promise<number> {
  authorize(ctx, "upkeep.run", ACQUIRER);
  const now = ctx.now().getTime();
  const answers = await withAcquirer(ctx, (db) =>
    forgetAnswersBefore(db, new Date(now - ANSWER_MS)),
  );
  const signIns = await withDirectory((db) => forgetSignInsBefore(db, new Date(now - SIGN_IN_MS)));
  return answers + signIns;
}
