import "server-only";
import type { SettingsFinding } from "@/lib/domain/findings";
import type { Db } from "@/lib/data/ctx";

/** Something to look at: an error stops payments or protection, a warning is probably a slip. */
export type Finding = { severity: "error" | "warning"; text: string };

/** The server's role must own nothing and be bound by every policy. */
export async function listRoleFindings(db: Db): Promise<Finding[]> {
  const rows = await db.$queryRaw<{ text: string }[]>`
    select 'PostgreSQL 15 or later is needed, this is ' || current_setting('server_version') as text
      where current_setting('server_version_num')::int < 150000
    union all
    select 'the server''s database role may bypass row-level security' as text from pg_roles
      where rolname = current_user and (rolsuper or rolbypassrls)
    union all
    select 'the server''s database role owns ' || relname from pg_class c
      join pg_roles r on r.oid = c.relowner where r.rolname = current_user
    union all
    select 'row-level security is off on ' || relname from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and relkind in ('r', 'p') and not relrowsecurity
        and relname <> '_prisma_migrations'`;
  return rows.map(({ text }) => ({ severity: "error", text }));
}

/** At most this many are told. */
export const FINDINGS_AT_MOST = 200;

/** Settings that refuse charges nobody meant to refuse. */
export function listSettingsFindings(db: Db): Promise<SettingsFinding[]> {
  return db.$queryRaw<SettingsFinding[]>`
    with effective as (
      select l.*, v.max_amount_minor from limits l
      cross join lateral version_in_force(l.merchant_id, l.limit_id, now()) v
    )
    select 'daily_below_charge' as fault, d.merchant_id as "merchantId",
        d.terminal_id as "terminalId", null as found, null as expected
      from effective d join effective s on s.merchant_id = d.merchant_id and s.currency = d.currency
        and s.terminal_id = d.terminal_id and s."window" = 'per_transaction'
      where d."window" = 'daily' and d.max_amount_minor < s.max_amount_minor
        and d.entry_modes = s.entry_modes and d.funding_sources = s.funding_sources
    union all
    select 'mcc_differs', merchant_id, null, substr(merchant_id, 8, 4), mcc
      from merchants where merchant_id ~ '^[0-9]{15}$' and substr(merchant_id, 8, 4) <> mcc
    union all
    select 'currency_not_taken', e.merchant_id, e.terminal_id, e.currency, null
      from effective e join terminals t on t.merchant_id = e.merchant_id and t.terminal_id = e.terminal_id
      where t.currencies <> '{}' and not e.currency = any (t.currencies)
    union all
    select 'serial_elsewhere', t.merchant_id, t.terminal_id, null, null
      from terminals t join serial_directory d on d.serial_number = t.serial_number
      where (d.merchant_id, d.terminal_id) <> (t.merchant_id, t.terminal_id) or d.revoked
    limit ${FINDINGS_AT_MOST}`;
}
