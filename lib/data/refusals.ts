import "server-only";
import type { Instant } from "@/lib/domain/instant";
import type { Db } from "@/lib/data/ctx";

/** Charges refused on a terminal with one response code. */
export type RefusalGroup = {
  terminalId: string;
  responseCode: string;
  /** What the acquirer's profile says about the code; null when it does not know it. */
  meaning: { en: string; zh: string } | null;
  count: number;
  firstAt: Instant;
  lastAt: Instant;
};

/** Refused charges since a moment by terminal and code, the most frequent first. */
export async function listRefusals(
  db: Db,
  merchantId: string,
  { since, terminalId = null, most }: { since: Date; terminalId?: string | null; most: number },
): Promise<RefusalGroup[]> {
  return db.$queryRaw<RefusalGroup[]>`
    select t.terminal_id as "terminalId", t.response_code as "responseCode",
      (select jsonb_build_object('en', c.meaning_en, 'zh', c.meaning_zh)
        from response_codes c join acquirer_settings s on c.profile_id = s.response_code_profile
        where c.code = t.response_code) as meaning,
      count(*)::int as count, epoch_ms(min(t.occurred_at))::float8 as "firstAt",
      epoch_ms(max(t.occurred_at))::float8 as "lastAt"
    from transactions t
    where t.merchant_id = ${merchantId} and t.occurred_at >= ${since}
      and (${terminalId}::text is null or t.terminal_id = ${terminalId})
      and t.kind = 'sale' and not t.approved
    group by t.terminal_id, t.response_code
    order by count(*) desc, t.terminal_id, t.response_code limit ${most}`;
}
