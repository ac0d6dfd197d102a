-- Functions of test mode took the locks of live mode wherever no blank stands before the hash: counting was one
-- of them, so either mode waited for the other.

-- Gives the schema "test" the tables, views and functions of this version; nothing when it has them. Run
-- whenever migrations were.
create or replace function mirror_test_mode() returns void language plpgsql
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

-- What a terminal says takes a stamp nobody had before, also after test data was cleared: settings remembered
-- by a stamp are not found under it again.
create sequence test.terminal_stamps;
grant usage on sequence test.terminal_stamps to headroom_app;
select setval('test.terminal_stamps', coalesce((select sum(stamp) from test.terminal_reports), 0)::bigint + 1);
alter table test.terminal_reports alter column stamp set default nextval('test.terminal_stamps');
create or replace function test.report_terminal() returns trigger language plpgsql as $$
begin
  insert into test.terminal_reports as r (merchant_id, terminal_id, last_seen_at, app_version, network,
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
