import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { type Finding, listRoleFindings, listSettingsFindings } from "@/lib/data/findings";
import { authorize } from "@/lib/use-cases/authorize";

/** What is wrong with the installation or looks wrong in the settings of merchants. */
export async function listFindings(ctx: Ctx): Promise<Finding[]> {
  authorize(ctx, "merchants.search", ACQUIRER);
  return withAcquirer(ctx, async (db) => [
    ...(await listRoleFindings(db)),
    ...(await listSettingsFindings(db)),
  ]);
}
