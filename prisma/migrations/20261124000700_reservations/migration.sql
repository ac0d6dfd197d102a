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

-- Marks the holds that have expired and takes them out of the counters.
create function expire_reservations(p_merchant text, p_now timestamptz) returns void language plpgsql as $$
declare
  gone reservations;
begin
  for gone in
    update reservations set state = 'expired', resolved_at = expires_at
    where merchant_id = p_merchant and state = 'pending' and expires_at <= p_now
    returning *
  loop
    perform move_counters(charge_of(gone), 0, 0, -gone.amount_minor, -1);
  end loop;
end $$;

-- The same for one merchant by itself.
create function sweep_reservations(p_merchant text, p_now timestamptz) returns void language plpgsql as $$
begin
  perform enter_merchant(p_merchant);
  perform lock_counting(p_merchant);
  perform expire_reservations(p_merchant, p_now);
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

-- Decides one reservation; see reserve.
create function reserve_one(p_merchant text, p_item jsonb) returns jsonb language plpgsql as $$
declare
  at timestamptz := to_timestamp((p_item ->> 'at')::bigint / 1000.0);
  amount bigint := (p_item ->> 'amountMinor')::bigint;
  fits boolean := (p_item ->> 'isOpen')::boolean;
  counters_seen jsonb := '{}';
  calendar_limits text[] := '{}';
  bound record;
  counter counters;
begin
  for bound in select * from jsonb_to_recordset(p_item -> 'limits') as l (
    "limitId" text, "maxAmountMinor" bigint, "maxCount" bigint, "start" bigint, "end" bigint)
  loop
    counter := counted_now(bound."limitId", p_merchant, at, bound."start", bound."end");
    counters_seen := counters_seen || jsonb_build_object(bound."limitId", jsonb_build_array(
      epoch_ms(counter.window_start), epoch_ms(counter.window_end), counter.used_amount_minor,
      counter.used_count, counter.reserved_amount_minor, counter.reserved_count));
    fits := fits
      and (bound."maxAmountMinor" is null
        or counter.used_amount_minor + counter.reserved_amount_minor + amount <= bound."maxAmountMinor")
      and (bound."maxCount" is null
        or counter.used_count + counter.reserved_count + 1 <= bound."maxCount");
    if bound."start" is not null then
      calendar_limits := calendar_limits || bound."limitId";
    end if;
  end loop;
  if not fits then
    return jsonb_build_object('state', 'refused', 'counters', counters_seen);
  end if;
  update counters c
  set reserved_amount_minor = c.reserved_amount_minor + amount, reserved_count = c.reserved_count + 1
  where c.merchant_id = p_merchant and c.limit_id = any (calendar_limits)
    and c.window_start <= at and c.window_end > at;
  insert into reservations (merchant_id, reservation_id, terminal_id, store, amount_minor, currency,
    entry_mode, funding_source, card_origin, check_id, expires_at, created_at)
  values (p_merchant, p_item ->> 'reservationId', p_item ->> 'terminalId', p_item ->> 'store', amount,
    p_item ->> 'currency', p_item ->> 'entryMode', p_item ->> 'fundingSource', p_item ->> 'cardOrigin',
    p_item ->> 'checkId', to_timestamp((p_item ->> 'expiresAt')::bigint / 1000.0), at);
  perform end_once(p_merchant, p_item ->> 'owner', 'POST', p_item ->> 'path', p_item ->> 'key', at,
    p_item ->> 'requestHash', 201, jsonb_build_object('granted',
      (p_item -> 'facts') || jsonb_build_object('counters', counters_seen)));
  return jsonb_build_object('state', 'granted', 'counters', counters_seen);
end $$;

-- Decides reservations of one merchant in their order, all counters of one moved together or not at all;
-- answers one outcome an item: {state: "stored", requestHash, answer}: its key was answered before;
-- {state: "stale"}: decide again, the settings it was decided by have changed; {state: "granted" |
-- "refused", counters}: what each limit counted before it. Items are {reservationId, checkId, owner, path,
-- key, requestHash, stamp, terminalId, store, amountMinor, currency, entryMode, fundingSource, cardOrigin,
-- at, expiresAt, isOpen, limits: [{limitId, maxAmountMinor, maxCount, start, end}], facts}: isOpen tells
-- that nothing but a counter can refuse it, start and end are null for rolling limits. A granted one is
-- remembered with its facts; what was refused is for keep_refusal to remember.
create function reserve(p_merchant text, p_items jsonb, p_now timestamptz) returns jsonb language plpgsql as $$
declare
  item jsonb;
  begun jsonb;
  stamp text;
  outcomes jsonb := '[]';
begin
  perform enter_merchant(p_merchant);
  perform lock_counting(p_merchant);
  perform expire_reservations(p_merchant, p_now);
  stamp := configuration_stamp(p_merchant);
  for item in select i.value from jsonb_array_elements(p_items) with ordinality i order by i.ordinality loop
    begun := begin_once(p_merchant, item ->> 'owner', 'POST', item ->> 'path', item ->> 'key', p_now);
    outcomes := outcomes || jsonb_build_array(case
      when begun ->> 'state' <> 'free' then begun
      when item ->> 'stamp' <> stamp then '{"state": "stale"}'
      else reserve_one(p_merchant, item) end);
  end loop;
  return outcomes;
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
  if begun ->> 'state' <> 'free' then
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
  perform expire_reservations(p_merchant, p_now);
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
