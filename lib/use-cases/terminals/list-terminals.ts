import "server-only";
import { complianceStatus, type ComplianceStatus } from "@/lib/domain/compliance";
import { type Page, toPage } from "@/lib/domain/page";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import {
  listTerminals as readPage,
  readRequirements,
  type RegistryTerminal,
  type TerminalListKey,
} from "@/lib/data/terminals";
import { authorize } from "@/lib/use-cases/authorize";

export type ListedTerminal = RegistryTerminal & { compliance: ComplianceStatus };

/** A merchant's terminals as registered, the newest first. */
export async function listTerminals(
  ctx: Ctx,
  merchantId: string,
  { limit, after }: { limit: number; after: TerminalListKey | null },
): Promise<Page<ListedTerminal> & { timeZone: string }> {
  authorize(ctx, "terminals.read", merchantId);
  const now = ctx.now().getTime();
  return withMerchant(ctx, merchantId, async (db) => {
    const { timeZone, dueSoonDays } = await getAcquirerSettings(db);
    const requirements = await readRequirements(db, merchantId);
    const found = await readPage(db, merchantId, { limit: limit + 1, after });
    const rows = found.map((row) => ({
      ...row,
      compliance: complianceStatus(requirements, row.terminalId, now, dueSoonDays),
    }));
    return { ...toPage(rows, limit, (row) => `${row.createdAt}.${row.terminalId}`), timeZone };
  });
}
