-- Everything a check reads, in one round trip; the shape is CheckSnapshot of lib/domain/limit-check.

create function epoch_ms(p_at timestamptz) returns bigint language sql immutable parallel safe as
$$ select floor(extract(epoch from p_at) * 1000)::bigint $$;

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
        and coalesce(v.starts_at, '-infinity') <= p_at + interval '31 days'
        and case v.kind when 'temporary' then v.ends_at > p_at
            else coalesce(v.starts_at, '-infinity') >= coalesce((
              select max(coalesce(b.starts_at, '-infinity')) from limit_versions b
              where b.merchant_id = p_limit.merchant_id and b.limit_id = p_limit.limit_id
                and b.kind = 'base' and b.status = 'active'
                and coalesce(b.starts_at, '-infinity') <= p_at), '-infinity') end), '[]'),
    'counters', coalesce((
      select jsonb_agg(jsonb_build_object(
        'windowStart', epoch_ms(c.window_start), 'windowEnd', epoch_ms(c.window_end),
        'usedAmountMinor', c.used_amount_minor, 'usedCount', c.used_count,
        'reservedAmountMinor', c.reserved_amount_minor, 'reservedCount', c.reserved_count)
        order by c.window_start)
      from counters c
      where c.merchant_id = p_limit.merchant_id and c.limit_id = p_limit.limit_id
        and c.window_start > p_at - interval '62 days' and c.window_end > p_at), '[]')));
end
$$;

create function limit_states(p_merchant text, p_terminal text, p_store text, p_at timestamptz)
returns jsonb language plpgsql stable as $$
begin
  return (
  select coalesce(jsonb_agg(limit_state(l, p_at) order by l.limit_id), '[]')
  from limits l
  where l.merchant_id = p_merchant
    and (l.terminal_id = p_terminal or l.scope = 'merchant' or (l.scope = 'store' and l.store = p_store)));
end
$$;

-- The currencies in which the merchant has an amount limit in force anywhere; cheap however many.
create function amount_limit_currencies(p_merchant text, p_at timestamptz) returns jsonb language sql stable as $$
  with recursive currencies as (
    (select l.currency from limits l where l.merchant_id = p_merchant order by l.currency limit 1)
    union all
    select (select l.currency from limits l
            where l.merchant_id = p_merchant and l.currency > c.currency
            order by l.currency limit 1)
    from currencies c where c.currency is not null
  )
  select coalesce(jsonb_agg(c.currency), '[]') from currencies c
  where c.currency is not null and exists (
    select from limits l
    join limit_versions v on v.merchant_id = l.merchant_id and v.limit_id = l.limit_id
    where l.merchant_id = p_merchant and l.currency = c.currency and v.status = 'active'
      and coalesce(v.starts_at, '-infinity') <= p_at and coalesce(v.ends_at, 'infinity') > p_at
      and (v.max_amount_minor is not null or v.max_count is null))
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
    and w.ends_at > p_at and w.starts_at <= p_at + interval '31 days');
end
$$;

create function check_snapshot(p_merchant text, p_terminal text, p_at timestamptz)
returns jsonb language plpgsql as $$
declare
  merchant jsonb;
  terminal jsonb;
begin
  perform enter_merchant(p_merchant);
  merchant := merchant_state(p_merchant);
  terminal := terminal_state(p_merchant, p_terminal);
  if terminal is null and exists (select from terminal_directory d where d.terminal_id = p_terminal) then
    terminal := '"other_merchant"';
  end if;
  return jsonb_build_object(
    'acquirer', acquirer_rules(), 'merchant', merchant, 'terminal', terminal,
    'requirements', requirement_states(p_merchant),
    'limits', limit_states(p_merchant, p_terminal, terminal ->> 'store', p_at),
    'amountLimitCurrencies', amount_limit_currencies(p_merchant, p_at),
    'maintenance', maintenance_states(p_at));
end $$;

-- Other terminals that might take the charge: same store first, then lowest TID, at most 20.
create function check_candidates(p_merchant text, p_terminal text, p_at timestamptz)
returns jsonb language plpgsql as $$
declare
  candidates jsonb;
begin
  perform enter_merchant(p_merchant);
  select coalesce(jsonb_agg(jsonb_build_object(
      'terminal', terminal_state(p_merchant, c.terminal_id),
      'limits', limit_states(p_merchant, c.terminal_id, c.store, p_at)) order by c.place), '[]')
  into candidates
  from (
    select t.terminal_id, t.store,
      row_number() over (order by t.store is not distinct from (
        select o.store from terminals o where o.merchant_id = p_merchant and o.terminal_id = p_terminal
      ) desc, t.terminal_id) as place
    from terminals t
    where t.merchant_id = p_merchant and t.terminal_id <> p_terminal and t.status = 'deployed'
    order by place limit 20) c;
  return candidates;
end $$;
