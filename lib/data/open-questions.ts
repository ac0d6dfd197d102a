import "server-only";
import { DAY_MS } from "@/lib/domain/zoned-time";
import type { Db } from "@/lib/data/ctx";

/** A question of the acquirer about a request, waiting for the merchant's answer. */
export type OpenQuestion = { limitRequestId: string; question: string };

/** Questions not older than the days in which they can be answered, the oldest first. */
export async function listOpenQuestions(
  db: Db,
  merchantId: string,
  at: Date,
): Promise<OpenQuestion[]> {
  const { questionDays } = await db.acquirerSettings.findUniqueOrThrow({
    where: { settingsId: 1 },
    select: { questionDays: true },
  });
  const rows = await db.limitRequest.findMany({
    where: {
      merchantId,
      state: "info_requested",
      questionAskedAt: { gt: new Date(at.getTime() - questionDays * DAY_MS) },
    },
    orderBy: { questionAskedAt: "asc" },
    select: { limitRequestId: true, question: true },
  });
  return rows.map((row) => ({ limitRequestId: row.limitRequestId, question: row.question ?? "" }));
}
