-- Growth: transactions and checks lie in one partition a month, made ahead and dropped when they are no
-- longer kept; what must stay unique lies in tables hashed by merchant. Nobody may touch a partition
-- itself: rights and policies are the parent's.

-- Adds one empty partition; rows of its range that had to wait in the default one move over.
create function add_partition(p_parent text, p_name text, p_bounds text, p_range text default null)
returns void language plpgsql as $$
begin
  execute format('create table %I (like %I including all)', p_name, p_parent);
  execute format('alter table %I enable row level security', p_name);
  if p_range is not null then
    execute format('with moved as (delete from %I where %s returning *) insert into %I select * from moved',
      p_parent || '_default', p_range, p_name);
  end if;
  execute format('alter table %I attach partition %I %s', p_parent, p_name, p_bounds);
end $$;

do $$ begin
  for part in 0..7 loop
    perform add_partition('transaction_keys', 'transaction_keys_' || part,
      format('for values with (modulus 8, remainder %s)', part));
    perform add_partition('idempotency_keys', 'idempotency_keys_' || part,
      format('for values with (modulus 8, remainder %s)', part));
  end loop;
  -- A fact is taken even when no month was made for it.
  perform add_partition('transactions', 'transactions_default', 'default');
  perform add_partition('checks', 'checks_default', 'default');
end $$;

-- The least id that a check made at this moment or later can have: ids begin with their time, in
-- milliseconds, as ten characters of Crockford's base 32.
create function least_check_id(p_at timestamptz) returns text language sql immutable as $$
  select 'chk_' || string_agg(
    substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', ((epoch_ms(p_at) >> (5 * place)) & 31)::int + 1, 1), ''
    order by place desc)
  from generate_series(0, 9) place;
$$;

-- Where a month of a monthly table begins, as its partitions are bounded.
create function bound_of(p_parent text, p_month timestamptz) returns text language sql immutable as $$
  select case p_parent when 'checks' then least_check_id(p_month) else p_month::text end;
$$;

-- Makes the months from p_from to p_until that are missing, in UTC; answers how many.
create function make_months(p_parent text, p_column text, p_from timestamptz, p_until timestamptz)
returns integer language plpgsql set timezone = 'UTC' as $$
declare
  month timestamptz;
  name text;
  lower text;
  upper text;
  made integer := 0;
begin
  for month in select generate_series(date_trunc('month', p_from), p_until, interval '1 month') loop
    name := p_parent || to_char(month, '_YYYY_MM');
    continue when to_regclass(quote_ident(name)) is not null;
    lower := bound_of(p_parent, month);
    upper := bound_of(p_parent, month + interval '1 month');
    perform add_partition(p_parent, name, format('for values from (%L) to (%L)', lower, upper),
      format('%1$I >= %2$L and %1$I < %3$L', p_column, lower, upper));
    made := made + 1;
  end loop;
  return made;
end $$;

-- Drops the months that ended by p_until, and such rows of the default partition; answers how many months.
create function drop_months(p_parent text, p_column text, p_until timestamptz)
returns integer language plpgsql set timezone = 'UTC' as $$
declare
  old text;
  dropped integer := 0;
begin
  for old in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = to_regclass(p_parent) and c.relname ~ '_\d{4}_\d{2}$'
      and to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month' <= p_until
    order by c.relname
  loop
    execute format('drop table %I', old);
    dropped := dropped + 1;
  end loop;
  execute format('delete from %I where %I < %L', p_parent || '_default', p_column, bound_of(p_parent, p_until));
  return dropped;
end $$;

-- Keeps the months in order: from as far back as a transaction may be told (400 days) to half a year
-- ahead. Transactions are kept for 27 whole months, so that no external_id is forgotten before its 400
-- days have passed even when it was told 400 days late; checks for 6. Runs with the owner's rights, for
-- the server's role owns nothing, and by the database's clock, so that nobody can make it forget more;
-- waits for nobody longer than a moment: the next run does what is left.
create function keep_partitions() returns integer
language plpgsql security definer
set search_path = public, pg_temp set timezone = 'UTC' set lock_timeout = '200ms' as $$
declare
  ahead timestamptz := now() + interval '6 months';
  month timestamptz := date_trunc('month', now());
begin
  return make_months('transactions', 'occurred_at', now() - interval '13 months', ahead)
    + make_months('checks', 'check_id', now(), ahead)
    + drop_months('transactions', 'occurred_at', month - interval '27 months')
    + drop_months('checks', 'check_id', month - interval '6 months');
exception when lock_not_available then
  return 0;
end $$;

-- Forgets what is known of transactions that are no longer kept, a few at a time; answers how many.
create index transaction_keys_age on transaction_keys using brin (occurred_at);
create function forget_transaction_keys(p_most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
  forgotten integer;
begin
  delete from transaction_keys k using (
    select o.merchant_id, o.external_id from transaction_keys o
    where o.occurred_at < date_trunc('month', now()) - interval '27 months' limit p_most) old
  where k.merchant_id = old.merchant_id and k.external_id = old.external_id;
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;

do $$
declare
  internal text;
begin
  foreach internal in array array[
    'add_partition(text, text, text, text)', 'make_months(text, text, timestamptz, timestamptz)',
    'drop_months(text, text, timestamptz)', 'keep_partitions()',
    'forget_transaction_keys(integer)'
  ] loop
    execute format('revoke execute on function %s from public', internal);
  end loop;
end $$;
grant execute on function keep_partitions(), forget_transaction_keys(integer) to headroom_app;

select keep_partitions();
