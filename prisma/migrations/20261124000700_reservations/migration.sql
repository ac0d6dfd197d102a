-- Reservations: headroom held for a charge, decided and counted in one round trip.

-- The stamp of a merchant moves with everything a check depends on but its counters; the acquirer's own
-- with what is the same for all; once a transaction. Whoever changes them takes turns until its end.
create function restamp(p_merchants text[]) returns void language sql security definer set search_path = public as $$
  insert into configuration_stamps (merchant_id)
  select distinct m from unnest(p_merchants) m order by m
  on conflict (merchant_id) do update set stamp = configuration_stamps.stamp + 1
  where configuration_stamps.xmin <> pg_current_xact_id()::xid
$$;

create function restamp_merchants() returns trigger language plpgsql as $$
begin
  perform restamp((select array_agg(distinct c.merchant_id) from changed c));
  return null;
end $$;

create function restamp_acquirer() returns trigger language plpgsql as $$
begin
  perform restamp(array['acquirer']);
  return null;
end $$;

-- What a terminal's heartbeats say often, and no rule reads, is left out.
create function restamp_changed_terminals() returns trigger language plpgsql as $$
begin
  perform restamp((
    select array_agg(distinct c.merchant_id) from changed c
    join former f on f.merchant_id = c.merchant_id and f.terminal_id = c.terminal_id
    where to_jsonb(c) - '{last_seen_at,app_version,network,rtt_ms}'::text[]
      is distinct from to_jsonb(f) - '{last_seen_at,app_version,network,rtt_ms}'::text[]));
  return null;
end $$;

do $$
declare
  settings text;
begin
  foreach settings in array array[
    'merchants', 'terminals', 'merchant_controls', 'requirements', 'limits', 'limit_versions'
  ] loop
    execute format('create trigger restamp_inserted after insert on %I referencing new table as changed'
      ' for each statement execute function restamp_merchants()', settings);
    if settings <> 'terminals' then
      execute format('create trigger restamp_updated after update on %I referencing new table as changed'
        ' for each statement execute function restamp_merchants()', settings);
    end if;
  end loop;
  foreach settings in array array[
    'serial_directory', 'maintenance_windows', 'acquirer_settings', 'reason_code_map'
  ] loop
    execute format('create trigger restamp after insert or update or delete on %I'
      ' for each statement execute function restamp_acquirer()', settings);
  end loop;
end $$;
create trigger restamp_updated after update on terminals referencing old table as former new table as changed
  for each statement execute function restamp_changed_terminals();
select restamp(array['acquirer']);

-- Marks rows as expired by their places alone: however little is known of a young table, nothing else of
-- it is read.
create function mark_expired(p_places tid[]) returns void language plpgsql
set enable_seqscan = off set enable_indexscan = off set enable_bitmapscan = off as $$
begin
  update reservations set state = 'expired', resolved_at = expires_at where ctid = any (p_places);
end $$;

-- Marks holds that have expired and takes them out of the counters: at most 500, those that expired first
-- and p_also. Answers whether more are left. Until it is marked an expired one is still in its counters.
-- The caller holds the counting lock, so that none of them changes meanwhile.
create function expire_reservations(p_merchant text, p_now timestamptz, p_also text default null)
returns boolean language plpgsql as $$
declare
  places tid[];
  gone reservations[];
begin
  if not has_expired_reservations(p_merchant, p_now) then
    return false;
  end if;
  select array_agg(d.place), array_agg(d.hold) into places, gone
  from (
    (select r.ctid as place, r as hold from reservations r
    where r.merchant_id = p_merchant and r.state = 'pending' and r.expires_at <= p_now
      and r.reservation_id is distinct from p_also
    order by r.merchant_id, r.expires_at limit 500)
    union all
    select r.ctid, r from reservations r
    where r.merchant_id = p_merchant and r.reservation_id = p_also
      and r.state = 'pending' and r.expires_at <= p_now) d;
  perform mark_expired(places);
  update counters c
  set reserved_amount_minor = c.reserved_amount_minor - b.amount, reserved_count = c.reserved_count - b.count
  from (
    select w.limit_id, w.window_start, sum(r.amount_minor) as amount, count(*) as count
    from unnest(gone) r
    cross join lateral (
      select l.* from limits l where l.merchant_id = p_merchant and l.terminal_id = r.terminal_id
      union all
      select l.* from limits l where l.merchant_id = p_merchant and l.terminal_id is null) l
    cross join lateral (
      select c.limit_id, c.window_start from counters c
      where c.merchant_id = p_merchant and c.limit_id = l.limit_id
        and c.window_start <= r.created_at and c.window_end > r.created_at limit 1) w
    where limit_counts(l::limits, charge_of(r::reservations))
    group by w.limit_id, w.window_start) b
  where c.merchant_id = p_merchant and c.limit_id = b.limit_id and c.window_start = b.window_start;
  return has_expired_reservations(p_merchant, p_now);
end $$;

-- The same for one merchant by itself.
create function sweep_reservations(p_merchant text, p_now timestamptz) returns boolean language plpgsql as $$
begin
  perform enter_merchant(p_merchant);
  perform lock_counting(p_merchant);
  return expire_reservations(p_merchant, p_now);
end $$;

-- What a limit counts at a moment, as a row of its counter, for a rolling one summed up; opens the
-- counter of the window [p_start, p_end) when there is none. The caller holds the counting lock and has
-- marked the expired.
create function counted_now(p_limit_id text, p_merchant text, p_at timestamptz, p_start bigint, p_end bigint)
returns counters language plpgsql as $$
declare
  counted limits;
  counter counters;
  rolling json;
begin
  if p_start is not null then
    select c.* into counter from counters c
    where c.merchant_id = p_merchant and c.limit_id = p_limit_id
      and c.window_start <= p_at and c.window_end > p_at
    order by c.window_start desc limit 1;
    if found then
      return counter;
    end if;
  end if;
  select l.* into strict counted from limits l where l.merchant_id = p_merchant and l.limit_id = p_limit_id;
  if p_start is null then
    rolling := rolling_counter(counted, p_at, p_at) -> 0;
    counter.window_start := to_timestamp((rolling ->> 'windowStart')::bigint / 1000.0);
    counter.window_end := to_timestamp((rolling ->> 'windowEnd')::bigint / 1000.0);
    counter.used_amount_minor := (rolling ->> 'usedAmountMinor')::bigint;
    counter.used_count := (rolling ->> 'usedCount')::bigint;
    counter.reserved_amount_minor := (rolling ->> 'reservedAmountMinor')::bigint;
    counter.reserved_count := (rolling ->> 'reservedCount')::bigint;
    return counter;
  end if;
  perform open_counter(counted, p_at, to_timestamp(p_start / 1000.0), to_timestamp(p_end / 1000.0));
  return counted_now(p_limit_id, p_merchant, p_at, p_start, p_end);
end $$;

-- A stored answer whole: a granted hold's names the settings it was decided by.
create function whole_answer(p_merchant text, p_answer jsonb) returns jsonb language plpgsql stable as $$
begin
  if not p_answer ? 'granted' then
    return p_answer;
  end if;
  return jsonb_set(p_answer, '{granted,snapshot}', (
    select d.settings from decision_settings d
    where d.merchant_id = p_merchant and d.settings_hash = p_answer -> 'granted' ->> 'settings'));
end $$;

-- Decides reservations of one merchant in their order, all counters of one moved together or not at all.
-- p_limits are {limitId, start, end, at}, start and end null for rolling ones, at a moment in the window;
-- p_holds {reservationId, checkId, owner, path, key, requestHash, stamp, terminalId, store, amountMinor,
-- currency, entryMode, fundingSource, cardOrigin, at, expiresAt, isOpen, takes, settings, facts}: isOpen
-- tells that nothing but a counter can refuse it, takes are [place in p_limits, most amount, most count],
-- settings the hash of those it was decided by; p_settings are those that may not be there yet, by their
-- hash. Answers one outcome a hold: {state: "stored", requestHash, answer}: its key was answered before;
-- {state: "stale"}: decide again, the settings or the window it was decided by are others or not there, or
-- its key is aboard already;
-- {state: "granted" | "refused", counters}: what each limit counted before it. A granted one is remembered
-- with its facts; what was refused is for keep_refusal to remember. Everything is read once and written
-- once, however many ask. Null: some of what had expired was marked and more is left; ask again.
create function reserve(p_merchant text, p_limits jsonb, p_settings jsonb, p_holds jsonb, p_now timestamptz)
returns jsonb language plpgsql as $$
declare
  stamp text;
  bound record;
  counter counters;
  limit_ids text[];
  starts timestamptz[];
  window_starts bigint[];
  window_ends bigint[];
  used_amounts bigint[];
  used_counts bigint[];
  reserved_amounts bigint[];
  reserved_counts bigint[];
  taken_amounts bigint[];
  taken_counts bigint[];
  asked record;
  taking jsonb;
  n integer;
  fits boolean;
  is_stale boolean;
  seen jsonb;
  outcomes jsonb[] := '{}';
begin
  perform enter_merchant(p_merchant);
  perform lock_counting(p_merchant);
  if expire_reservations(p_merchant, p_now) then
    return null;
  end if;
  stamp := configuration_stamp(p_merchant);
  if p_settings <> '{}' then
    insert into decision_settings (merchant_id, settings_hash, settings, used_at)
    select p_merchant, s.key, s.value, p_now from jsonb_each(p_settings) s
    on conflict (merchant_id, settings_hash) do update set used_at = excluded.used_at;
  end if;

  for bound in
    select l.*, c as open from rows from (
      jsonb_to_recordset(p_limits) as ("limitId" text, start bigint, "end" bigint, at bigint)
    ) with ordinality l (limit_id, start, "end", at, place)
    left join lateral (
      select c.* from counters c
      where l.start is not null and c.merchant_id = p_merchant and c.limit_id = l.limit_id
        and c.window_start <= to_timestamp(l.at / 1000.0) and c.window_end > to_timestamp(l.at / 1000.0)
      order by c.window_start desc limit 1) c on true
  loop
    n := bound.place;
    counter := bound.open;
    if counter.limit_id is null then
      counter := counted_now(
        bound.limit_id, p_merchant, to_timestamp(bound.at / 1000.0), bound.start, bound."end");
    end if;
    limit_ids[n] := bound.limit_id;
    starts[n] := case when bound.start is not null then counter.window_start end;
    window_starts[n] := epoch_ms(counter.window_start);
    window_ends[n] := epoch_ms(counter.window_end);
    used_amounts[n] := counter.used_amount_minor;
    used_counts[n] := counter.used_count;
    reserved_amounts[n] := counter.reserved_amount_minor;
    reserved_counts[n] := counter.reserved_count;
    taken_amounts[n] := 0;
    taken_counts[n] := 0;
  end loop;

  for asked in
    select h.*, k.key is not null as is_known, k.request_hash, k.answer,
      row_number() over (partition by h.owner, h.path, h.key order by h.place) > 1 as is_aboard,
      exists (
        select from decision_settings d
        where d.merchant_id = p_merchant and d.settings_hash = h.settings) as is_settled
    from rows from (jsonb_to_recordset(p_holds) as (owner text, path text, key text, stamp text, at bigint,
      "amountMinor" bigint, "isOpen" boolean, takes jsonb, settings text)
    ) with ordinality h (owner, path, key, stamp, at, amount, is_open, takes, settings, place)
    -- One look-up a hold: a join would read every key of the merchant.
    left join lateral (
      select k.* from idempotency_keys k
      where k.merchant_id = p_merchant and k.owner = h.owner and k.method = 'POST' and k.path = h.path
        and k.key = h.key and k.created_at > p_now - interval '72 hours' limit 1) k on true
    order by h.place
  loop
    if asked.is_known then
      outcomes := outcomes || jsonb_build_object(
        'state', 'stored', 'requestHash', asked.request_hash,
        'answer', whole_answer(p_merchant, asked.answer));
      continue;
    end if;
    is_stale := asked.is_aboard or asked.stamp <> stamp or not asked.is_settled;
    fits := asked.is_open;
    seen := '{}';
    for place in 0 .. jsonb_array_length(asked.takes) - 1 loop
      taking := asked.takes -> place;
      n := (taking -> 0)::integer + 1;
      is_stale := is_stale or (starts[n] is not null
        and (asked.at < window_starts[n] or asked.at >= window_ends[n]));
      seen := seen || jsonb_build_object(limit_ids[n], jsonb_build_array(window_starts[n], window_ends[n],
        used_amounts[n], used_counts[n], reserved_amounts[n], reserved_counts[n]));
      fits := fits
        and coalesce(used_amounts[n] + reserved_amounts[n] + asked.amount <= (taking ->> 1)::bigint, true)
        and coalesce(used_counts[n] + reserved_counts[n] + 1 <= (taking ->> 2)::bigint, true);
    end loop;
    if is_stale then
      outcomes := outcomes || '{"state": "stale"}'::jsonb;
      continue;
    elsif not fits then
      outcomes := outcomes || jsonb_build_object('state', 'refused', 'counters', seen);
      continue;
    end if;
    for place in 0 .. jsonb_array_length(asked.takes) - 1 loop
      n := (asked.takes -> place -> 0)::integer + 1;
      reserved_amounts[n] := reserved_amounts[n] + asked.amount;
      reserved_counts[n] := reserved_counts[n] + 1;
      taken_amounts[n] := taken_amounts[n] + asked.amount;
      taken_counts[n] := taken_counts[n] + 1;
    end loop;
    outcomes := outcomes || jsonb_build_object('state', 'granted', 'counters', seen);
  end loop;

  update counters c
  set reserved_amount_minor = c.reserved_amount_minor + t.amount, reserved_count = c.reserved_count + t.count
  from unnest(limit_ids, starts, taken_amounts, taken_counts) t (limit_id, start, amount, count)
  where c.merchant_id = p_merchant and c.limit_id = t.limit_id and c.window_start = t.start and t.count > 0;

  with granted as (
    select h.*, outcomes[h.place] -> 'counters' as counters
    from rows from (jsonb_to_recordset(p_holds) as ("reservationId" text, "checkId" text, owner text,
      path text, key text, "requestHash" text, "terminalId" text, store text, "amountMinor" bigint,
      currency text, "entryMode" text, "fundingSource" text, "cardOrigin" text, at bigint,
      "expiresAt" bigint, settings text, facts jsonb)
    ) with ordinality h (reservation_id, check_id, owner, path, key, request_hash, terminal_id, store,
      amount_minor, currency, entry_mode, funding_source, card_origin, at, expires_at, settings, facts, place)
    where outcomes[h.place] ->> 'state' = 'granted'
  ), held as (
    insert into reservations (merchant_id, reservation_id, terminal_id, store, amount_minor, currency,
      entry_mode, funding_source, card_origin, check_id, expires_at, created_at)
    select p_merchant, reservation_id, terminal_id, store, amount_minor, currency, entry_mode, funding_source,
      card_origin, check_id, to_timestamp(expires_at / 1000.0), to_timestamp(at / 1000.0)
    from granted order by place
  )
  insert into idempotency_keys (merchant_id, owner, method, path, key, created_at, request_hash, status, answer)
  select p_merchant, owner, 'POST', path, key, to_timestamp(at / 1000.0), request_hash, 201,
    jsonb_build_object('granted', facts || jsonb_build_object('settings', settings, 'counters', counters))
  from granted
  on conflict (merchant_id, owner, method, path, key) do update set
    created_at = excluded.created_at, request_hash = excluded.request_hash,
    status = excluded.status, answer = excluded.answer;

  return to_jsonb(outcomes);
end $$;

-- Remembers what a refused reservation was answered, unless its key has an answer by now; returns the
-- one that stands.
create function keep_refusal(p_merchant text, p_owner text, p_path text, p_key text, p_at timestamptz,
  p_request_hash text, p_answer jsonb) returns jsonb language plpgsql as $$
declare
  begun jsonb;
begin
  perform enter_merchant(p_merchant);
  perform lock_counting(p_merchant);
  begun := begin_once(p_merchant, p_owner, 'POST', p_path, p_key, p_at);
  if begun ->> 'state' = 'stored' then
    return jsonb_set(begun, '{answer}', whole_answer(p_merchant, begun -> 'answer'));
  elsif begun ->> 'state' <> 'free' then
    return begun;
  end if;
  perform end_once(p_merchant, p_owner, 'POST', p_path, p_key, p_at, p_request_hash, 200, p_answer);
  return jsonb_build_object('state', 'stored', 'requestHash', p_request_hash, 'answer', p_answer);
end $$;

-- A reservation as it stands: one that has expired is expired, marked or not.
create function reservation_state(p_hold reservations, p_now timestamptz) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'reservationId', p_hold.reservation_id,
    'state', case when p_hold.state = 'pending' and p_hold.expires_at <= p_now then 'expired' else p_hold.state end,
    'terminalId', p_hold.terminal_id, 'amountMinor', p_hold.amount_minor, 'currency', p_hold.currency,
    'committedAmountMinor', p_hold.committed_amount_minor,
    'expiresAt', epoch_ms(p_hold.expires_at), 'createdAt', epoch_ms(p_hold.created_at))
$$;

-- Commits (p_amount, the whole when null) or releases a hold, once: {state: "unknown"}, {state:
-- "other_currency" | "too_much" | "final" | "done", reservation}. Doing again what was done changes nothing.
create function resolve_reservation(p_merchant text, p_reservation text, p_resolution text, p_amount bigint,
  p_currency text, p_now timestamptz) returns jsonb language plpgsql as $$
declare
  hold reservations;
  charged bigint;
begin
  perform enter_merchant(p_merchant);
  perform lock_counting(p_merchant);
  perform expire_reservations(p_merchant, p_now, p_reservation);
  select * into hold from reservations r
  where r.merchant_id = p_merchant and r.reservation_id = p_reservation;
  if not found then
    return '{"state": "unknown"}';
  end if;
  charged := case p_resolution when 'committed' then coalesce(p_amount, hold.amount_minor) end;
  if p_currency <> hold.currency then
    return jsonb_build_object('state', 'other_currency', 'reservation', reservation_state(hold, p_now));
  elsif charged > hold.amount_minor then
    return jsonb_build_object('state', 'too_much', 'reservation', reservation_state(hold, p_now));
  elsif hold.state = 'pending' then
    perform move_counters(charge_of(hold), coalesce(charged, 0), case when charged is null then 0 else 1 end,
      -hold.amount_minor, -1);
    update reservations set state = p_resolution, committed_amount_minor = charged, resolved_at = p_now
    where merchant_id = p_merchant and reservation_id = p_reservation
    returning * into hold;
  elsif hold.state <> p_resolution
    or (p_amount is not null and hold.committed_amount_minor is distinct from charged) then
    return jsonb_build_object('state', 'final', 'reservation', reservation_state(hold, p_now));
  end if;
  return jsonb_build_object('state', 'done', 'reservation', reservation_state(hold, p_now));
end $$;

-- What runs with every charge looks everything up by whole keys, so one plan serves all; planning anew
-- for each call took longer than the call. A function that is replaced must be told again.
do $$
declare
  hot text;
begin
  for hot in
    select p.oid::regprocedure::text from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proname in (
      'find_api_key', 'check_counts', 'check_snapshots', 'check_candidates', 'rolling_entries', 'record_checks',
      'begin_once', 'end_once', 'keep_refusal', 'resolve_reservation', 'expire_reservations',
      'record_transactions', 'mark_reached_usage')
  loop
    execute format('alter function %s set plan_cache_mode = force_generic_plan', hot);
  end loop;
end $$;
