-- A connection keeps the plan it made when a table was empty until the table is analyzed, and an empty
-- table is read as cheaply by one index as by any other. What runs with every charge therefore never reads
-- a whole table, and the index that does not begin with the merchant holds what only the sweep asks for:
-- every hold expires after the epoch, but nobody else says so.
drop index reservations_due;
create index reservations_due on reservations (expires_at) where state = 'pending' and expires_at > 'epoch';

-- Merchants with holds that have expired and still stand in their counters, of those that expired first.
create function merchants_with_expired(p_now timestamptz) returns setof text language plpgsql stable
set enable_seqscan = off set enable_sort = off as $$
begin
  return query
  select distinct r.merchant_id from (
    select h.merchant_id from reservations h
    where h.state = 'pending' and h.expires_at > 'epoch' and h.expires_at <= p_now
    order by h.expires_at limit 10000) r;
end $$;

do $$
declare
  hot text;
begin
  for hot in
    select p.oid::regprocedure::text from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and (p.proname = 'reserve' or p.proconfig @> array['plan_cache_mode=force_generic_plan'])
  loop
    execute format('alter function %s set enable_seqscan = off', hot);
  end loop;
end $$;
