import "server-only";
import type { BulkTarget, TargetLimit } from "@/lib/domain/bulk-edits/limit-edit-rows";
import type { LimitEdit } from "@/lib/domain/bulk-edits/bulk-edit";
import type { Db } from "@/lib/data/ctx";
import { Prisma } from "@/lib/data/generated/client";
import type { LimitHistory } from "@/lib/data/limit-versions";

const COUNTS_ALL = Prisma.sql`l.entry_modes = '{}' and l.funding_sources = '{}'
  and l.card_origins = '{}' and l.days_of_week = '{}' and l.time_from is null`;

/** The limits of these merchants or terminals that an edit is about, at most `most`; in the acquirer's context. */
export async function listLimitsToEdit(
  db: Db,
  targets: readonly BulkTarget[],
  { scopes, window, currency, withFilters }: LimitEdit,
  most: number,
): Promise<TargetLimit[]> {
  const rows = await db.$queryRaw<{ merchantId: string; limit: LimitHistory }[]>`
    select l.merchant_id as "merchantId", limit_history(l) as limit
    from jsonb_to_recordset(${JSON.stringify(targets)}::jsonb)
      as k("merchantId" text, "terminalId" text)
    join limits l on l.merchant_id = k."merchantId"
      and (k."terminalId" is null or l.terminal_id = k."terminalId")
    where l."window" = ${window} and l.currency = ${currency} and l.scope = any (${[...scopes]})
      and ${withFilters ? Prisma.sql`true` : COUNTS_ALL}
    order by l.merchant_id, l.natural_key limit ${most}`;
  return rows;
}
