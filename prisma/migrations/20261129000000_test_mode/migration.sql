-- Test mode: what keys made for testing count, hold, record and ask for stands in tables of its own, in the
-- schema "test"; the settings they are judged by are the live ones, seen through views that change nothing.
-- A connection of test mode looks into "test" first, so every function works there by its own tables.

create schema test;
grant usage on schema test to headroom_app;

-- What terminals say about themselves in test mode, over what the registry has. Each takes a stamp nobody had
-- before, also after test data was cleared: settings remembered by a stamp are not found under it again.
create sequence test.terminal_stamps;
grant usage on sequence test.terminal_stamps to headroom_app;
create table test.terminal_reports (
  merchant_id text not null,
  terminal_id text not null,
  last_seen_at timestamptz(3),
  app_version text,
  network text,
  rtt_ms integer,
  reported_merchant_id text,
  reported_terminal_id text,
  latitude double precision,
  longitude double precision,
  stamp bigint not null default nextval('test.terminal_stamps'),
  primary key (merchant_id, terminal_id)
);
alter table test.terminal_reports enable row level security;
create policy tenant on test.terminal_reports using (
  merchant_id = current_setting('app.merchant_id', true) or current_setting('app.acquirer', true) = 'on');
grant select, insert, update, delete on test.terminal_reports to headroom_app;

-- The same words lock something else than they do live.
create function test.hashtextextended(p_text text, p_seed bigint) returns bigint
language sql immutable parallel safe as $$
  select pg_catalog.hashtextextended('test ' || p_text, p_seed)
$$;

create function test.report_terminal() returns trigger language plpgsql as $$
begin
  insert into test.terminal_reports (merchant_id, terminal_id, last_seen_at, app_version, network,
    rtt_ms, reported_merchant_id, reported_terminal_id, latitude, longitude)
  values (old.merchant_id, old.terminal_id, new.last_seen_at, new.app_version, new.network, new.rtt_ms,
    new.reported_merchant_id, new.reported_terminal_id, new.latitude, new.longitude)
  on conflict (merchant_id, terminal_id) do update set
    last_seen_at = excluded.last_seen_at, app_version = excluded.app_version,
    network = excluded.network, rtt_ms = excluded.rtt_ms,
    reported_merchant_id = excluded.reported_merchant_id,
    reported_terminal_id = excluded.reported_terminal_id,
    latitude = excluded.latitude, longitude = excluded.longitude, stamp = excluded.stamp;
  return new;
end $$;

-- The tables test mode has for itself; all others are views of the live ones.
create function test_tables() returns text[] language sql immutable as $$
  select array['counters', 'reservations', 'decision_settings', 'transactions', 'transaction_keys', 'checks',
    'heartbeats', 'limit_requests', 'limit_decisions', 'limit_request_events', 'idempotency_keys']
$$;

create function mirror_own_table(p_table text) returns void language plpgsql
set search_path = test, public as $$
declare
  statement text;
begin
  if to_regclass(format('test.%I', p_table)) is null then
    execute format('create table test.%1$I (like public.%1$I including all)', p_table);
    execute format('alter table test.%I enable row level security', p_table);
    execute format('grant select, insert, update, delete on test.%I to headroom_app', p_table);
    for statement in
      select format('create policy %I on test.%I using (%s)', p.polname, p_table,
        pg_get_expr(p.polqual, p.polrelid))
      from pg_policy p where p.polrelid = format('public.%I', p_table)::regclass
    loop
      execute statement;
    end loop;
  end if;
  for statement in
    select format('alter table test.%I add column %I %s%s%s', p_table, a.attname,
      format_type(a.atttypid, a.atttypmod), ' default ' || pg_get_expr(d.adbin, d.adrelid),
      case when a.attnotnull then ' not null' else '' end)
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = format('public.%I', p_table)::regclass and a.attnum > 0 and not a.attisdropped
      and not exists (select from pg_attribute o where o.attrelid = format('test.%I', p_table)::regclass
        and o.attname = a.attname and not o.attisdropped)
  loop
    execute statement;
  end loop;
end $$;

-- A column of a view: as it is live, but for what a terminal said in test mode and the stamp it moves; stamps
-- are compared for being equal alone.
create function mirrored_column(p_table text, p_column text) returns text language sql immutable as $$
  select case
    when p_table = 'terminals' and p_column in ('last_seen_at', 'app_version', 'network', 'rtt_ms',
      'reported_merchant_id', 'reported_terminal_id', 'latitude', 'longitude')
      then format('case when r.terminal_id is null then t.%1$I else r.%1$I end as %1$I', p_column)
    when p_table = 'configuration_stamps' and p_column = 'stamp'
      then 't.stamp # coalesce((select pg_catalog.hashtextextended('
        'string_agg(r.terminal_id || '' '' || r.stamp, '','' order by r.terminal_id), 0)'
        ' from test.terminal_reports r where r.merchant_id = t.merchant_id), 0) as stamp'
    else format('t.%I', p_column) end
$$;

create function mirror_view(p_table text) returns void language plpgsql
set search_path = test, public as $$
begin
  execute format('create view test.%1$I with (security_invoker = true) as select %2$s from public.%1$I t%3$s',
    p_table,
    (select string_agg(mirrored_column(p_table, a.attname), ', ' order by a.attnum) from pg_attribute a
     where a.attrelid = format('public.%I', p_table)::regclass and a.attnum > 0 and not a.attisdropped),
    case p_table when 'terminals' then
      ' left join test.terminal_reports r using (merchant_id, terminal_id)' else '' end);
  execute format('grant select on test.%I to headroom_app', p_table);
end $$;

-- Gives the schema "test" the tables, views and functions of this version; nothing when it has them. Run
-- whenever migrations were.
create function mirror_test_mode() returns void language plpgsql
set search_path = test, public set check_function_bodies = off as $$
declare
  version text := (select md5(string_agg(m.checksum, ' ' order by m.migration_name)) from _prisma_migrations m);
  made text;
begin
  if obj_description('test'::regnamespace, 'pg_namespace') = version then
    return;
  end if;
  for made in select v.viewname from pg_views v where v.schemaname = 'test' loop
    execute format('drop view test.%I cascade', made);
  end loop;
  foreach made in array array(
    select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'test'::regnamespace
      and p.proname not in ('hashtextextended', 'report_terminal'))
  loop
    execute format('drop function %s', made);
  end loop;
  foreach made in array test_tables() loop
    perform mirror_own_table(made);
  end loop;
  for made in
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> '_prisma_migrations' and c.relname <> all (test_tables())
  loop
    perform mirror_view(made);
  end loop;
  grant update on test.terminals to headroom_app;
  create trigger report instead of update on test.terminals
    for each row execute function test.report_terminal();
  -- Functions that depend on no table stand for both; those bound to one schema are the live ones alone.
  foreach made in array array(
    select regexp_replace(replace(pg_get_functiondef(p.oid), 'public.', 'test.'),
      '(^|[^.[:alnum:]_])hashtextextended\(', '\1test.hashtextextended(', 'g')
    from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname in ('sql', 'plpgsql') and p.prokind = 'f'
      and p.prorettype <> 'trigger'::regtype
      and not exists (select from unnest(p.proconfig) c where c like 'search_path=%')
      and (p.provolatile <> 'i' or exists (
        select from unnest(p.proargtypes) a join pg_type y on y.oid = a join pg_class c on c.oid = y.typrelid
        where c.relkind in ('r', 'p')))
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e'))
  loop
    execute made;
  end loop;
  execute format('comment on schema test is %L', version);
end $$;

-- Takes back test data of a merchant, or of all before a moment, at most so many rows of each table; answers
-- how many: fewer than that, and all of it is gone, whatever has come meanwhile. By the caller's own rights, so
-- that a merchant reaches its own alone. Counters go last, once what they count is gone: one that opens anew
-- counts what is still there. What holds were decided by stays until nobody believes in it.
create function clear_test_data(p_merchant text, p_until timestamptz, p_most integer) returns integer
language plpgsql set search_path = test, pg_temp as $$
declare
  own text;
  since text;
  found integer;
  is_more boolean := false;
  cleared integer := 0;
begin
  if p_merchant is not null then
    perform pg_advisory_xact_lock(test.hashtextextended('counting:' || p_merchant, 0));
  end if;
  for own, since in select * from (values
    ('reservations', 'expires_at'), ('transactions', 'created_at'),
    ('transaction_keys', 'occurred_at'), ('checks', 'evaluated_at'),
    ('heartbeats', 'received_at'), ('limit_decisions', 'decided_at'),
    ('limit_request_events', 'occurred_at'), ('limit_requests', 'submitted_at'),
    ('idempotency_keys', 'created_at'), ('terminal_reports', 'last_seen_at'),
    ('decision_settings', 'used_at'), ('counters', 'window_end')) as v (own, since)
  loop
    continue when p_merchant is not null and (own = 'decision_settings' or (own = 'counters' and is_more));
    execute format('delete from test.%1$I where ctid = any (array(select ctid from test.%1$I'
      ' where ($1 is null or merchant_id = $1) and ($2 is null or %2$I < $2) limit $3))', own, since)
    using p_merchant, p_until, p_most;
    get diagnostics found = row_count;
    cleared := cleared + found;
    is_more := is_more or found >= p_most;
  end loop;
  return cleared;
end $$;
