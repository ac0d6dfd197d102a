-- Everything a check reads, in one round trip; the shape is CheckSnapshot of lib/domain/limit-check.

-- Of an interval, for that depends on no time zone and so is written out wherever it is called.
create function epoch_ms(p_at timestamptz) returns bigint language sql immutable parallel safe as
$$ select round(date_part('epoch', p_at - timestamptz '1970-01-01 00:00:00+00') * 1000)::bigint $$;

create function acquirer_rules() returns jsonb language plpgsql stable as $$
begin
  return (
  select jsonb_build_object(
    'timeZone', s.time_zone, 'cutOverTime', s.cut_over_time, 'profile', s.response_code_profile,
    'dueSoonDays', s.due_soon_days, 'splitAllowed', s.split_allowed,
    'expectedCodes', coalesce((
      select jsonb_object_agg(m.reason_code, m.response_code)
      from reason_code_map m where m.profile_id = s.response_code_profile), '{}'))
  from acquirer_settings s);
end
$$;

create function merchant_state(p_merchant text) returns jsonb language plpgsql stable as $$
begin
  return (
  select jsonb_build_object(
    'merchantId', m.merchant_id, 'status', m.status, 'statusReason', m.status_reason,
    'currency', m.currency, 'timeZone', m.time_zone,
    'paymentAcceptance', coalesce((
      select jsonb_build_object('enabled', c.enabled, 'reason', c.reason, 'since', epoch_ms(c.since))
      from merchant_controls c
      where c.merchant_id = p_merchant and c.control = 'payment_acceptance' and c.until is null
    ), jsonb_build_object('enabled', true, 'reason', null, 'since', epoch_ms(m.created_at))))
  from merchants m where m.merchant_id = p_merchant);
end
$$;

create function terminal_state(p_merchant text, p_terminal text) returns jsonb language plpgsql stable as $$
begin
  return (
  select jsonb_build_object(
    'terminalId', t.terminal_id, 'store', t.store, 'status', t.status,
    'serialNumber', t.serial_number,
    'bindingValid', t.serial_number is null or d.serial_number is null
      or (d.merchant_id = p_merchant and d.terminal_id = p_terminal and not d.revoked),
    'entryModes', to_jsonb(t.entry_modes), 'fundingSources', to_jsonb(t.funding_sources),
    'cardOrigins', to_jsonb(t.card_origins), 'currencies', to_jsonb(t.currencies),
    'tradingHours', t.trading_hours, 'reportedMerchantId', t.reported_merchant_id,
    'reportedTerminalId', t.reported_terminal_id, 'lastSeenAt', epoch_ms(t.last_seen_at))
  from terminals t left join serial_directory d on d.serial_number = t.serial_number
  where t.merchant_id = p_merchant and t.terminal_id = p_terminal);
end
$$;

-- Whether holds have expired that still stand in the counters: nothing needs to have marked them.
create function has_expired_reservations(p_merchant text, p_now timestamptz) returns boolean
language plpgsql stable as $$
begin
  -- The first to expire, by the order of its index: the only look-up that never reads more than one.
  return coalesce((
    select r.expires_at from reservations r
    where r.merchant_id = p_merchant and r.state = 'pending'
    order by r.merchant_id, r.expires_at limit 1) <= p_now, false);
end
$$;

-- What such holds still take of a counter.
create function expired_in(p_limit limits, p_counter counters, p_now timestamptz)
returns table (amount bigint, count bigint) language plpgsql stable as $$
begin
  return query
  select sum(r.amount_minor)::bigint, count(*)
  from (
    select h.* from reservations h
    where h.merchant_id = p_limit.merchant_id and h.state = 'pending' and h.expires_at <= p_now
    order by h.merchant_id, h.expires_at offset 0) r
  where r.created_at >= p_counter.window_start and r.created_at < p_counter.window_end
    and limit_counts(p_limit, charge_of(r::reservations));
end
$$;

-- A rolling limit's one counter: what counts in (at - seconds, at]; it ends when the oldest leaves.
create function rolling_counter(p_limit limits, p_at timestamptz, p_now timestamptz) returns json
language plpgsql stable as $$
declare
  length interval := make_interval(secs => p_limit.window_seconds);
  tick constant interval := interval '1 millisecond';
begin
  return (
  select json_build_array(json_build_object(
    'windowStart', epoch_ms(p_at - length),
    'windowEnd', epoch_ms(coalesce(min(e.at), p_at) + length),
    'usedAmountMinor', coalesce(sum(e.used_amount), 0), 'usedCount', coalesce(sum(e.used_count), 0),
    'reservedAmountMinor', coalesce(sum(e.reserved_amount), 0),
    'reservedCount', coalesce(sum(e.reserved_count), 0)))
  from counted_events(p_limit, p_at - length + tick, p_at + tick, p_now) e);
end
$$;

-- What is counted in a limit's windows from `p_at` on, oldest first; a rolling limit has one.
create function counter_states(p_limit limits, p_at timestamptz, p_now timestamptz) returns json
language plpgsql stable as $$
declare
  is_behind boolean;
begin
  if p_limit."window" = 'per_transaction' then
    return '[]';
  elsif p_limit."window" = 'rolling' then
    return rolling_counter(p_limit, p_at, p_now);
  end if;
  is_behind := has_expired_reservations(p_limit.merchant_id, p_now);
  return coalesce((
    select json_agg(json_build_object(
      'windowStart', epoch_ms(c.window_start), 'windowEnd', epoch_ms(c.window_end),
      'usedAmountMinor', c.used_amount_minor, 'usedCount', c.used_count,
      'reservedAmountMinor', c.reserved_amount_minor - coalesce(x.amount, 0),
      'reservedCount', c.reserved_count - coalesce(x.count, 0)) order by c.window_start)
    from counters c
    left join lateral (select * from expired_in(p_limit, c, p_now) where is_behind) x on true
    where c.merchant_id = p_limit.merchant_id and c.limit_id = p_limit.limit_id and c.window_end > p_at
      and c.window_start > p_at - case p_limit."window"
        when 'daily' then interval '3 days' when 'weekly' then interval '15 days'
        else interval '62 days' end), '[]');
end
$$;

create function limit_state(p_limit limits, p_at timestamptz) returns jsonb language plpgsql stable as $$
begin
  return (
  select jsonb_build_object(
    'limitId', p_limit.limit_id, 'scope', p_limit.scope, 'store', p_limit.store,
    'terminalId', p_limit.terminal_id, 'window', p_limit."window",
    'windowSeconds', p_limit.window_seconds, 'currency', p_limit.currency,
    'filters', jsonb_build_object(
      'entryModes', to_jsonb(p_limit.entry_modes), 'fundingSources', to_jsonb(p_limit.funding_sources),
      'cardOrigins', to_jsonb(p_limit.card_origins), 'timeFrom', p_limit.time_from,
      'timeTo', p_limit.time_to, 'daysOfWeek', to_jsonb(p_limit.days_of_week)),
    'versions', coalesce((
      select jsonb_agg(jsonb_build_object(
        'version', v.version, 'kind', v.kind, 'maxAmountMinor', v.max_amount_minor,
        'maxCount', v.max_count, 'minAmountMinor', v.min_amount_minor,
        'warnPercent', v.warn_percent, 'startsAt', epoch_ms(v.starts_at),
        'endsAt', epoch_ms(v.ends_at), 'status', v.status) order by v.version)
      from limit_versions v
      where v.merchant_id = p_limit.merchant_id and v.limit_id = p_limit.limit_id
        and v.status = 'active'
        and coalesce(v.starts_at, '-infinity') <= p_at + interval '32 days'
        and case v.kind when 'temporary' then v.ends_at > p_at
            else coalesce(v.starts_at, '-infinity') >= coalesce((
              select max(coalesce(b.starts_at, '-infinity')) from limit_versions b
              where b.merchant_id = p_limit.merchant_id and b.limit_id = p_limit.limit_id
                and b.kind = 'base' and b.status = 'active'
                and coalesce(b.starts_at, '-infinity') <= p_at), '-infinity') end), '[]'),
    'counters', counter_states(p_limit, p_at, p_at)));
end
$$;

-- When what is used of rolling limits was charged, oldest first: {limitId: [[at, amount, count]]}.
create function rolling_entries(p_merchant text, p_limits text[], p_at timestamptz) returns json
language plpgsql as $$
declare
  tick constant interval := interval '1 millisecond';
begin
  perform enter_merchant(p_merchant);
  return (
  select coalesce(json_object_agg(l.limit_id, (
    select coalesce(json_agg(json_build_array(epoch_ms(e.at), e.used_amount, e.used_count) order by e.at), '[]')
    from counted_events(l, p_at - make_interval(secs => l.window_seconds) + tick, 'infinity', p_at) e
    where e.used_count > 0)), '{}')
  from limits l
  where l.merchant_id = p_merchant and l.limit_id = any (p_limits) and l."window" = 'rolling');
end
$$;

-- Every limit of the merchant that applies to the terminal, each as limit_state says it; one statement,
-- for checks read it more often than anything else.
create function limit_states(p_merchant text, p_terminal text, p_store text, p_at timestamptz, p_now timestamptz)
returns json language plpgsql stable as $$
begin
  return (
  select coalesce(json_agg(json_build_object(
    'limitId', l.limit_id, 'scope', l.scope, 'store', l.store, 'terminalId', l.terminal_id,
    'window', l."window", 'windowSeconds', l.window_seconds, 'currency', l.currency,
    'filters', json_build_object(
      'entryModes', l.entry_modes, 'fundingSources', l.funding_sources, 'cardOrigins', l.card_origins,
      'timeFrom', l.time_from, 'timeTo', l.time_to, 'daysOfWeek', l.days_of_week),
    'versions', coalesce((
      select json_agg(json_build_object(
        'version', v.version, 'kind', v.kind, 'maxAmountMinor', v.max_amount_minor,
        'maxCount', v.max_count, 'minAmountMinor', v.min_amount_minor, 'warnPercent', v.warn_percent,
        'startsAt', epoch_ms(v.starts_at), 'endsAt', epoch_ms(v.ends_at), 'status', v.status)
        order by v.version)
      from (
        select *, max(coalesce(starts_at, '-infinity')) filter (where kind = 'base'
          and coalesce(starts_at, '-infinity') <= p_at) over () as base_since
        from limit_versions
        where merchant_id = p_merchant and limit_id = l.limit_id and status = 'active'
          and coalesce(starts_at, '-infinity') <= p_at + interval '32 days') v
      where case v.kind when 'temporary' then v.ends_at > p_at
        else coalesce(v.starts_at, '-infinity') >= coalesce(v.base_since, '-infinity') end), '[]'),
    'counters', counter_states(l::limits, p_at, p_now))
    order by l.limit_id), '[]')
  from (
    select * from limits where merchant_id = p_merchant and terminal_id = p_terminal
    union all
    select * from limits where merchant_id = p_merchant and terminal_id is null
      and (scope = 'merchant' or store = p_store)) l);
end
$$;

-- The currencies in which the merchant has an amount limit in force anywhere; cheap however many.
create function amount_limit_currencies(p_merchant text, p_at timestamptz) returns jsonb language plpgsql stable as $$
declare
  next_currency text := (select min(l.currency) from limits l where l.merchant_id = p_merchant);
  found_currencies text[] := '{}';
begin
  while next_currency is not null loop
    if exists (
      select from limits l
      cross join lateral version_in_force(p_merchant, l.limit_id, p_at) v
      where l.merchant_id = p_merchant and l.currency = next_currency
        and (v.max_amount_minor is not null or v.max_count is null)) then
      found_currencies := found_currencies || next_currency;
    end if;
    next_currency := (
      select min(l.currency) from limits l
      where l.merchant_id = p_merchant and l.currency > next_currency);
  end loop;
  return to_jsonb(found_currencies);
end
$$;

create function requirement_states(p_merchant text) returns jsonb language plpgsql stable as $$
begin
  return (
  select coalesce(jsonb_agg(jsonb_build_object(
    'code', r.code, 'terminalId', r.terminal_id, 'status', r.status, 'dueAt', epoch_ms(r.due_at),
    'documentExpiresAt', epoch_ms(r.document_expires_at), 'affects', to_jsonb(r.affects))
    order by r.code), '[]')
  from requirements r where r.merchant_id = p_merchant);
end
$$;

create function maintenance_states(p_at timestamptz) returns jsonb language plpgsql stable as $$
begin
  return (
  select coalesce(jsonb_agg(jsonb_build_object(
    'maintenanceWindowId', w.maintenance_window_id, 'kind', w.kind,
    'startsAt', epoch_ms(w.starts_at), 'endsAt', epoch_ms(w.ends_at)) order by w.starts_at), '[]')
  from maintenance_windows w
  where w.published_at is not null and w.cancelled_at is null
    and w.ends_at > p_at and w.starts_at <= p_at + interval '32 days');
end
$$;

-- Equal stamps, equal settings: what a check depends on but the counters has not changed in between.
create function configuration_stamp(p_merchant text) returns text language plpgsql stable as $$
begin
  return concat_ws('.',
    (select c.stamp from configuration_stamps c where c.merchant_id = 'acquirer'),
    coalesce((select c.stamp from configuration_stamps c where c.merchant_id = p_merchant), 0));
end
$$;

-- When the next version of any limit of the merchant starts or ends: until then equal stamps suffice.
create function next_limit_change(p_merchant text, p_at timestamptz) returns timestamptz language plpgsql stable as $$
begin
  return least(
    (select min(v.starts_at) from limit_versions v where v.merchant_id = p_merchant and v.starts_at > p_at),
    (select min(v.ends_at) from limit_versions v where v.merchant_id = p_merchant and v.ends_at > p_at));
end
$$;

-- The parts above in one statement: a check has one round trip, and most of its time goes here.
-- What cannot matter in the 31 days a check looks ahead, nor in a day more, is left out.
create function check_snapshot(p_merchant text, p_terminal text, p_at timestamptz, p_now timestamptz default now())
returns json language plpgsql as $$
begin
  perform enter_merchant(p_merchant);
  return (
  select json_build_object(
    'stamp', configuration_stamp(p_merchant),
    'settledUntil', epoch_ms(next_limit_change(p_merchant, p_at)),
    'acquirer', json_build_object(
      'timeZone', s.time_zone, 'cutOverTime', s.cut_over_time, 'profile', s.response_code_profile,
      'dueSoonDays', s.due_soon_days, 'splitAllowed', s.split_allowed,
      'expectedCodes', coalesce((
        select json_object_agg(r.reason_code, r.response_code)
        from reason_code_map r where r.profile_id = s.response_code_profile), '{}')),
    'merchant', case when m.merchant_id is not null then json_build_object(
      'merchantId', m.merchant_id, 'status', m.status, 'statusReason', m.status_reason,
      'currency', m.currency, 'timeZone', m.time_zone,
      'paymentAcceptance', coalesce((
        select json_build_object('enabled', c.enabled, 'reason', c.reason, 'since', epoch_ms(c.since))
        from merchant_controls c
        where c.merchant_id = p_merchant and c.control = 'payment_acceptance' and c.until is null
      ), json_build_object('enabled', true, 'reason', null, 'since', epoch_ms(m.created_at)))) end,
    'terminal', case
      when t.terminal_id is not null then json_build_object(
        'terminalId', t.terminal_id, 'store', t.store, 'status', t.status,
        'serialNumber', t.serial_number,
        'bindingValid', t.serial_number is null or d.serial_number is null
          or (d.merchant_id = p_merchant and d.terminal_id = p_terminal and not d.revoked),
        'entryModes', t.entry_modes, 'fundingSources', t.funding_sources,
        'cardOrigins', t.card_origins, 'currencies', t.currencies,
        'tradingHours', t.trading_hours, 'reportedMerchantId', t.reported_merchant_id,
        'reportedTerminalId', t.reported_terminal_id, 'lastSeenAt', epoch_ms(t.last_seen_at))
      when exists (select from terminal_directory e where e.terminal_id = p_terminal)
        then '"other_merchant"'::json end,
    'requirements', coalesce((
      select json_agg(json_build_object(
        'code', r.code, 'terminalId', r.terminal_id, 'status', r.status, 'dueAt', epoch_ms(r.due_at),
        'documentExpiresAt', epoch_ms(r.document_expires_at), 'affects', r.affects) order by r.code)
      from requirements r
      where r.merchant_id = p_merchant and (r.status = 'past_due'
        or least(r.due_at, r.document_expires_at) <= p_at + make_interval(days => 32 + s.due_soon_days))), '[]'),
    'limits', limit_states(p_merchant, p_terminal, t.store, p_at, p_now),
    'amountLimitCurrencies', amount_limit_currencies(p_merchant, p_at),
    'maintenance', coalesce((
      select json_agg(json_build_object(
        'maintenanceWindowId', w.maintenance_window_id, 'kind', w.kind,
        'startsAt', epoch_ms(w.starts_at), 'endsAt', epoch_ms(w.ends_at)) order by w.starts_at)
      from maintenance_windows w
      where w.published_at is not null and w.cancelled_at is null
        and w.ends_at > p_at and w.starts_at <= p_at + interval '32 days'), '[]'))
  from acquirer_settings s
  left join merchants m on m.merchant_id = p_merchant
  left join terminals t on t.merchant_id = p_merchant and t.terminal_id = p_terminal
  left join serial_directory d on d.serial_number = t.serial_number);
end $$;

create index terminals_of_store on terminals (merchant_id, store, terminal_id);

-- Other terminals that might take the charge: same store first, then lowest TID, at most 20.
create function check_candidates(p_merchant text, p_terminal text, p_at timestamptz, p_now timestamptz)
returns json language plpgsql as $$
declare
  own_store text;
begin
  perform enter_merchant(p_merchant);
  select t.store into own_store from terminals t
  where t.merchant_id = p_merchant and t.terminal_id = p_terminal;
  return (
  select coalesce(json_agg(json_build_object(
    'terminal', terminal_state(p_merchant, c.terminal_id),
    'limits', limit_states(p_merchant, c.terminal_id, c.store, p_at, p_now)) order by c.place, c.terminal_id), '[]')
  from (
    (select 1 as place, t.terminal_id, t.store from terminals t
     where t.merchant_id = p_merchant and t.store = own_store and t.terminal_id <> p_terminal
       and t.status = 'deployed'
     order by t.terminal_id limit 20)
    union all
    (select 2, t.terminal_id, t.store from terminals t
     where t.merchant_id = p_merchant and (own_store is null or t.store is distinct from own_store)
       and t.terminal_id <> p_terminal and t.status = 'deployed'
     order by t.terminal_id limit 20)
    order by place, terminal_id limit 20) c);
end $$;

-- What limits count now, for a check whose settings are known: with the stamp those must have. Windows of
-- a limit never overlap, so that the last few hold every one that has not ended. `counted` has one
-- [limit, start, end, used, used count, reserved, reserved count] a window; limits that need a closer
-- look, for holds that expired or for rolling, are in `states`, each as counter_states says it.
create function check_counts(p_merchant text, p_limits text[], p_rolling text[], p_at timestamptz)
returns json language plpgsql as $$
begin
  perform enter_merchant(p_merchant);
  if p_rolling = '{}' and not has_expired_reservations(p_merchant, p_at) then
    return (
    select json_build_object('stamp', configuration_stamp(p_merchant), 'counted', coalesce(json_agg(
      json_build_array(c.limit_id, epoch_ms(c.window_start), epoch_ms(c.window_end), c.used_amount_minor,
        c.used_count, c.reserved_amount_minor, c.reserved_count)), '[]'))
    from unnest(p_limits) l
    cross join lateral (
      select * from counters c where c.merchant_id = p_merchant and c.limit_id = l
      order by c.window_start desc limit 3) c
    where c.window_end > p_at);
  end if;
  return (
  select json_build_object('stamp', configuration_stamp(p_merchant), 'states',
    coalesce(json_object_agg(l.limit_id, counter_states(l, p_at, p_at)), '{}'))
  from limits l where l.merchant_id = p_merchant and l.limit_id = any (p_limits || p_rolling));
end
$$;
