import "server-only";
import { complianceStatus, type ComplianceStatus } from "@/lib/domain/compliance";
import { NotFoundError } from "@/lib/domain/errors";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { findTerminal, readRequirements, type RegistryTerminal } from "@/lib/data/terminals";
import { authorize } from "@/lib/use-cases/authorize";

/** One terminal as registered, and how its papers stand. */
export async function getTerminal(
  ctx: Ctx,
  merchantId: string,
  terminalId: string,
): Promise<{ terminal: RegistryTerminal; compliance: ComplianceStatus; timeZone: string }> {
  authorize(ctx, "terminals.read", merchantId);
  const now = ctx.now().getTime();
  return withMerchant(ctx, merchantId, async (db) => {
    const terminal = await findTerminal(db, merchantId, terminalId);
    if (!terminal) throw new NotFoundError();
    const { timeZone, dueSoonDays } = await getAcquirerSettings(db);
    const requirements = await readRequirements(db, merchantId);
    const compliance = complianceStatus(requirements, terminalId, now, dueSoonDays);
    return { terminal, compliance, timeZone };
  });
}
