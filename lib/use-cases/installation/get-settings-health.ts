import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { listSettingsFindings } from "@/lib/data/findings";
import type { SettingsHealth } from "@/lib/domain/findings";
import { ACQUIRER } from "@/lib/domain/ids";
import { authorize } from "@/lib/use-cases/authorize";

/** Looking over every limit of every merchant takes long among many; this often is enough. */
const LOOK_EVERY_MS = 10 * 60_000;
const LOOK_MS = 60_000;

let last: SettingsHealth | undefined;
let looking: Promise<SettingsHealth> | undefined;

async function look(ctx: Ctx): Promise<SettingsHealth> {
  const lookedAt = ctx.now().getTime();
  const patient = { ...ctx, deadlineAt: Date.now() + LOOK_MS };
  return { lookedAt, findings: await withAcquirer(patient, listSettingsFindings) };
}

/**
 * What looks wrong in merchants' settings, as of the last look; a look older than ten minutes is
 * renewed behind the answer, and all who ask meanwhile share it. Only the first has to be waited for.
 */
export async function getSettingsHealth(ctx: Ctx): Promise<SettingsHealth> {
  authorize(ctx, "merchants.search", ACQUIRER);
  const isOld = !last || ctx.now().getTime() - last.lookedAt >= LOOK_EVERY_MS;
  if (isOld && !looking) {
    looking = look(ctx);
    looking.then(
      (health) => {
        last = health;
        looking = undefined;
      },
      () => {
        looking = undefined;
      },
    );
  }
  return last ?? looking ?? look(ctx);
}
