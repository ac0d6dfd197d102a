import "server-only";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import {
  countQueueAges,
  listDueDecisions,
  listMaintenanceAhead,
  listPastDue,
  listRefusing,
  listSuspended,
} from "@/lib/data/desk";
import { cutOverOf, windowAt } from "@/lib/domain/business-day";
import type { Desk } from "@/lib/domain/desk/desk";
import { ACQUIRER } from "@/lib/domain/ids";
import { authorize } from "@/lib/use-cases/authorize";

/** Of each task, as many as are read at a glance; the page it leads to has the others. */
const SHOWN = 4;

/** What the acquirer's people have to do: decisions due, merchants in trouble, maintenance. */
export function getDesk(ctx: Ctx): Promise<Desk> {
  authorize(ctx, "merchants.search", ACQUIRER);
  const { actor } = ctx;
  const person = actor.kind === "user" ? actor : { userId: "", memberships: [] };
  const reader = {
    userId: person.userId,
    mayFinish: person.memberships.some(({ role }) => role === "acquirer_approver"),
  };
  return withAcquirer(ctx, async (db) => {
    const at = ctx.now();
    const { questionDays, ...settings } = await getAcquirerSettings(db);
    const cutOver = cutOverOf(settings);
    const dayEndsAt = windowAt("daily", at.getTime(), cutOver).end;
    return {
      now: at.getTime(),
      cutOver,
      decisions: await listDueDecisions(db, reader, { at, dayEndsAt, questionDays }, SHOWN),
      suspended: await listSuspended(db, SHOWN),
      pastDue: await listPastDue(db, at, SHOWN),
      refusing: await listRefusing(db, at, SHOWN),
      maintenance: await listMaintenanceAhead(db, at, SHOWN),
      queueAges: await countQueueAges(db, { at, questionDays }),
    };
  });
}
