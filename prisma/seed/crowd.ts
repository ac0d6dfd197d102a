import type { ClientBase } from "pg";
import { naturalKeyOf } from "@/lib/domain/limits/natural-key";
import { EVERYTHING } from "@/prisma/seed/builders";

const TID = "TTTTTTTT";

const keyOf = (window: "per_transaction" | "daily") =>
  naturalKeyOf({
    ...{ scope: "terminal", store: null, terminalId: TID, window, windowSeconds: null },
    ...{ currency: "CNY", filters: EVERYTHING },
  });

const MERCHANTS = `
  insert into merchants (merchant_id, legal_name, trading_name, mcc, tier, currency, time_zone, status,
    status_since, status_by, risk_rating, created_at)
  select '899' || lpad(n::text, 12, '0'),
    place || trade || '有限公司 ' || n, place || trade || ' ' || n,
    (array['5411', '5812', '5814', '5912', '7230', '5651'])[n % 6 + 1],
    (array['micro', 'micro', 'individual', 'individual', 'enterprise'])[n % 5 + 1], 'CNY', 'Asia/Shanghai',
    case when n % 97 = 0 then 'suspended' when n % 89 = 0 then 'pending' when n % 83 = 0 then 'closed'
      else 'active' end,
    now() - interval '300 days', 'operator', (array['low', 'low', 'low', 'medium', 'high'])[n % 5 + 1],
    now() - interval '400 days' + n * interval '1 second'
  from generate_series(1, $1::integer) n
  cross join lateral (select
    (array['晨光', '海港', '莲花', '东门', '北岸', '和平', '长江', '南山', '白云', 'Harbour ', 'Garden '])[n % 11 + 1] as place,
    (array['食品', '茶行', '小厨', '药房', '书店', '服饰', '超市'])[n % 7 + 1] as trade) names`;

const REST = [
  `insert into merchant_controls (merchant_id, control_id, control, enabled, since, changed_by)
   select m.merchant_id, 'ctl_' || $1 || lpad(row_number() over (order by m.merchant_id)::text, 15, '0') || c.n,
     c.control, true, m.created_at, 'operator'
   from merchants m cross join (values (0, 'payment_acceptance'), (1, 'settlement')) c (n, control)
   where m.merchant_id like '899%'`,
  `insert into stores (merchant_id, store, created_at)
   select merchant_id, '总店 Main', created_at from merchants where merchant_id like '899%' and $1 <> ''`,
  `insert into terminals (merchant_id, terminal_id, name, store, serial_number, model, app_version, status,
     entry_modes, funding_sources, card_origins, currencies, last_seen_at, network, rtt_ms, created_at)
   select m.merchant_id, 'C' || lpad((2 * n + t)::text, 7, '0'), (array['收银台 Till', '外卖 Delivery'])[t + 1],
     '总店 Main', 'SN-C' || lpad((2 * n + t)::text, 7, '0'), (array['A930', 'P2000', 'N910'])[n % 3 + 1],
     (array['4.12.1', '4.11.0', '3.9.8'])[n % 3 + 1],
     case when n % 61 = 0 then 'inactive' when n % 67 = 0 then 'inventory' else 'deployed' end,
     '{chip,contactless,qr_dynamic}', '{}', '{}', '{CNY}', now() - n % 4000 * interval '1 minute', 'wifi',
     n % 200, m.created_at
   from merchants m cross join (values (0), (1)) two (t)
   cross join lateral (select right(m.merchant_id, 12)::integer as n) s
   where m.merchant_id like '899%' and $1 <> ''`,
  `insert into terminal_directory (terminal_id, merchant_id)
   select terminal_id, merchant_id from terminals where merchant_id like '899%' and $1 <> ''`,
  `insert into serial_directory (serial_number, merchant_id, terminal_id, revoked)
   select serial_number, merchant_id, terminal_id, false from terminals
   where merchant_id like '899%' and $1 <> ''`,
];

const LIMITS = `
  insert into limits (merchant_id, limit_id, natural_key, scope, terminal_id, "window", currency, created_at)
  select t.merchant_id, 'lim_' || $1 || lpad(substr(t.terminal_id, 2), 15, '0') || $2,
    replace($3, '${TID}', t.terminal_id), 'terminal', t.terminal_id, $4, 'CNY', t.created_at
  from terminals t where t.merchant_id like '899%'`;

const VERSIONS = `
  insert into limit_versions (merchant_id, limit_id, version, kind, max_amount_minor, origin, created_at)
  select merchant_id, limit_id, 1, 'base', $1, 'operator', created_at
  from limits where merchant_id like '899%' and "window" = $2`;

// One merchant in forty asks for a higher limit.
const REQUESTS = `
  insert into limit_requests (merchant_id, limit_request_id, state, limit_id, natural_key, scope, terminal_id,
    "window", currency, filters, current_max_amount, requested_max_amount, asked_fields, justification,
    required_approvals, maker_side, maker_kind, maker_id, maker_name, due_at, submitted_at)
  select l.merchant_id, 'lrq_' || substr(l.limit_id, 5), 'submitted', l.limit_id, l.natural_key, l.scope,
    l.terminal_id, l."window", l.currency, '{}', 5000000, 5000000 + n * 100, '{max_amount}',
    '婚宴订单 Banquet orders', 2, 'merchant', 'user', 'usr_' || substr(l.limit_id, 5), '王晨', due, due - interval '2 days'
  from limits l
  cross join lateral (select right(l.merchant_id, 12)::integer as n) m
  cross join lateral (select now() + (n % 2000 - 200) * interval '10 minutes' as due) d
  where l.merchant_id like '899%' and l."window" = 'per_transaction' and n % 40 = 0
    and substr(l.terminal_id, 2)::integer % 2 = 0`;

// Ten characters of a time, as ids begin.
const BEGINNING = "01K0000000";

/**
 * Adds merchants (1 to 1,000,000) with two terminals of two limits each, to see how screens bear many of
 * them; all or nothing. MIDs begin with 899, TIDs with C.
 */
export async function seedCrowd(client: ClientBase, merchants: number): Promise<void> {
  await client.query("begin");
  try {
    await client.query(MERCHANTS, [merchants]);
    for (const insert of REST) await client.query(insert, [BEGINNING]);
    await client.query(LIMITS, [BEGINNING, "0", keyOf("per_transaction"), "per_transaction"]);
    await client.query(LIMITS, [BEGINNING, "1", keyOf("daily"), "daily"]);
    await client.query(VERSIONS, [5_000_000, "per_transaction"]);
    await client.query(VERSIONS, [30_000_000, "daily"]);
    await client.query(REQUESTS);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
  await client.query("analyze");
}
