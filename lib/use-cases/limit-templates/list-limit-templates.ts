import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Instant } from "@/lib/domain/instant";
import type { LimitTemplate } from "@/lib/domain/settings/limit-template";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { listLimitTemplates as readTemplates } from "@/lib/data/limit-templates";
import { authorize } from "@/lib/use-cases/authorize";

export type LimitTemplates = { templates: LimitTemplate[]; timeZone: string; now: Instant };

/** What the limits of new merchants begin with. */
export async function listLimitTemplates(ctx: Ctx): Promise<LimitTemplates> {
  authorize(ctx, "settings.read", ACQUIRER);
  return withAcquirer(ctx, async (db) => ({
    templates: await readTemplates(db),
    timeZone: (await getAcquirerSettings(db)).timeZone,
    now: ctx.now().getTime(),
  }));
}
