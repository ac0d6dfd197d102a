import "server-only";
import type { LimitScope, LimitState, Window } from "@/lib/domain/limits/limit";
import type { Db } from "@/lib/data/ctx";
import { Prisma } from "@/lib/data/generated/client";

/** `terminalId`: every limit that applies to it, whatever its scope; null = any. */
export type LimitFilter = {
  terminalId: string | null;
  scope: LimitScope | null;
  window: Window | null;
};

/** Limits in force or to come, with every version, the newest first; `after` is the last limit id seen. */
export async function listLimitStates(
  db: Db,
  merchantId: string,
  filter: LimitFilter,
  page: { limit: number; after: string | null; at: Date },
): Promise<LimitState[]> {
  const { terminalId, scope, window } = filter;
  const { at } = page;
  const clauses = [Prisma.sql`l.merchant_id = ${merchantId}`];
  if (scope) clauses.push(Prisma.sql`l.scope = ${scope}`);
  if (window) clauses.push(Prisma.sql`l."window" = ${window}`);
  if (page.after) clauses.push(Prisma.sql`l.limit_id < ${page.after}`);
  if (terminalId) {
    clauses.push(Prisma.sql`exists (select from terminals t
      where t.merchant_id = ${merchantId} and t.terminal_id = ${terminalId}
        and (l.terminal_id = t.terminal_id or l.scope = 'merchant'
          or (l.scope = 'store' and l.store = t.store)))`);
  }
  const rows = await db.$queryRaw<{ state: LimitState }[]>`
    select limit_state(l, ${at})
      || jsonb_build_object('versions', limit_history(l) -> 'versions') as state
    from limits l
    where ${Prisma.join(clauses, " and ")}
      and (exists (select from version_in_force(l.merchant_id, l.limit_id, ${at}))
        or exists (select from limit_versions v where v.merchant_id = l.merchant_id
          and v.limit_id = l.limit_id and v.status = 'active' and v.starts_at > ${at}))
    order by l.limit_id desc limit ${page.limit}`;
  return rows.map(({ state }) => state);
}
