-- Counting. Approved sales are facts: they count whatever the limit says.

-- One merchant's postings and limit changes take turns, so that a counter that opens in between
-- misses nothing; the lock ends with the transaction.
create function lock_counting(p_merchant text) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('counting:' || p_merchant, 0))
$$;

-- What a limit looks at in a charge; null is what the caller did not say.
create type charge as (
  merchant_id text, terminal_id text, store text, currency text,
  entry_mode text, funding_source text, card_origin text, at timestamptz);

create function charge_of(p_sale transactions) returns charge language sql immutable as $$
  select row(p_sale.merchant_id, p_sale.terminal_id, p_sale.store, p_sale.currency, p_sale.entry_mode,
    p_sale.funding_source, p_sale.card_origin, p_sale.occurred_at)::charge
$$;

create function charge_of(p_hold reservations) returns charge language sql immutable as $$
  select row(p_hold.merchant_id, p_hold.terminal_id, p_hold.store, p_hold.currency, p_hold.entry_mode,
    p_hold.funding_source, p_hold.card_origin, p_hold.created_at)::charge
$$;

-- Whether a moment falls into a limit's hours and days, by the merchant's clocks; hours that run over
-- midnight belong to their first day.
create function is_active_hour(p_limit limits, p_at timestamptz) returns boolean language plpgsql stable as $$
declare
  wall timestamp := p_at at time zone (select m.time_zone from merchants m where m.merchant_id = p_limit.merchant_id);
  time_of_day text := to_char(wall, 'HH24:MI');
begin
  if p_limit.time_from <> p_limit.time_to then
    if p_limit.time_from < p_limit.time_to then
      if time_of_day < p_limit.time_from or time_of_day >= p_limit.time_to then
        return false;
      end if;
    elsif time_of_day < p_limit.time_to then
      wall := wall - interval '1 day';
    elsif time_of_day < p_limit.time_from then
      return false;
    end if;
  end if;
  return p_limit.days_of_week = '{}' or extract(isodow from wall)::integer = any (p_limit.days_of_week);
end $$;

-- Whether a limit counts a charge; what a caller did not say matches every filter.
create function limit_counts(p_limit limits, p_charge charge) returns boolean language sql stable as $$
  select p_limit.currency = p_charge.currency
    and (p_limit.scope = 'merchant'
      or (p_limit.scope = 'terminal' and p_limit.terminal_id = p_charge.terminal_id)
      or (p_limit.scope = 'store' and p_limit.store = p_charge.store))
    and (p_limit.entry_modes = '{}' or p_charge.entry_mode is null
      or p_charge.entry_mode = any (p_limit.entry_modes))
    and (p_limit.funding_sources = '{}' or p_charge.funding_source is null
      or p_charge.funding_source = any (p_limit.funding_sources))
    and (p_limit.card_origins = '{}' or p_charge.card_origin is null
      or p_charge.card_origin = any (p_limit.card_origins))
    and (p_limit.time_from is null and p_limit.days_of_week = '{}' or is_active_hour(p_limit, p_charge.at))
$$;

-- Everything that counts in a limit between two moments, one row an event: approved sales less what was
-- given back, and reservations that are held or were committed and not yet told as a sale. One that
-- expired by p_now counts no more. Costs as much as there are events of the merchant (or the terminal,
-- for its own limits) between the two.
create function counted_events(p_limit limits, p_from timestamptz, p_to timestamptz, p_now timestamptz)
returns table (at timestamptz, used_amount bigint, used_count bigint, reserved_amount bigint, reserved_count bigint)
language plpgsql stable as $$
begin
  return query
  select s.occurred_at, s.amount_minor - k.given_back_minor, 1::bigint, 0::bigint, 0::bigint
  from (
    select t.* from transactions t
    where p_limit.terminal_id is not null and t.merchant_id = p_limit.merchant_id
      and t.terminal_id = p_limit.terminal_id and t.occurred_at >= p_from and t.occurred_at < p_to
    union all
    select t.* from transactions t
    where p_limit.terminal_id is null and t.merchant_id = p_limit.merchant_id
      and t.occurred_at >= p_from and t.occurred_at < p_to
  ) s
  -- One look-up a sale: a join may read every key of the merchant for each.
  cross join lateral (
    select * from transaction_keys k
    where k.merchant_id = s.merchant_id and k.external_id = s.external_id limit 1) k
  where k.transaction_id = s.transaction_id and s.kind = 'sale' and s.approved and not k.reversed and limit_counts(p_limit, charge_of(s::transactions))
  union all
  select r.created_at,
    case r.state when 'committed' then r.committed_amount_minor else 0 end,
    case r.state when 'committed' then 1 else 0 end,
    case r.state when 'pending' then r.amount_minor else 0 end,
    case r.state when 'pending' then 1 else 0 end
  from reservations r
  where r.merchant_id = p_limit.merchant_id and r.created_at >= p_from and r.created_at < p_to
    and (r.state = 'pending' or (r.state = 'committed' and r.sale_external_id is null))
    and (r.state = 'committed' or r.expires_at > p_now)
    and limit_counts(p_limit, charge_of(r));
end $$;

-- Opens the counter of a limit's window around a moment, holding all that was already counted in it.
-- Windows of one limit never overlap: after a change of cut-over or zone the running one ends as it
-- began, and the next begins there.
create function open_counter(p_limit limits, p_at timestamptz, p_start timestamptz, p_end timestamptz)
returns void language plpgsql as $$
declare
  opened counters;
begin
  if exists (
    select from counters c where c.merchant_id = p_limit.merchant_id and c.limit_id = p_limit.limit_id
      and c.window_start <= p_at and c.window_end > p_at
  ) then
    return;
  end if;
  opened.window_start := greatest(p_start, (
    select c.window_end from counters c
    where c.merchant_id = p_limit.merchant_id and c.limit_id = p_limit.limit_id and c.window_start <= p_at
    order by c.window_start desc limit 1));
  opened.window_end := least(p_end, (
    select c.window_start from counters c
    where c.merchant_id = p_limit.merchant_id and c.limit_id = p_limit.limit_id and c.window_start > p_at
    order by c.window_start limit 1));
  -- Holds that have expired leave every counter together, when they are marked.
  select coalesce(sum(e.used_amount), 0), coalesce(sum(e.used_count), 0),
    coalesce(sum(e.reserved_amount), 0), coalesce(sum(e.reserved_count), 0)
  into opened.used_amount_minor, opened.used_count, opened.reserved_amount_minor, opened.reserved_count
  from counted_events(p_limit, opened.window_start, opened.window_end, '-infinity') e;
  insert into counters (merchant_id, limit_id, window_start, window_end, used_amount_minor, used_count,
    reserved_amount_minor, reserved_count)
  values (p_limit.merchant_id, p_limit.limit_id, opened.window_start, opened.window_end,
    opened.used_amount_minor, opened.used_count, opened.reserved_amount_minor, opened.reserved_count);
end $$;

-- Opens the counters of a new limit; p_windows is [{"start": ms, "end": ms}].
create function open_counters(p_merchant text, p_limit_id text, p_windows jsonb)
returns void language plpgsql as $$
declare
  counted limits;
  bounds record;
begin
  perform enter_merchant(p_merchant);
  perform lock_counting(p_merchant);
  select * into strict counted from limits l where l.merchant_id = p_merchant and l.limit_id = p_limit_id;
  for bounds in select * from jsonb_to_recordset(p_windows) as w(start bigint, "end" bigint) loop
    perform open_counter(counted, to_timestamp(bounds.start / 1000.0),
      to_timestamp(bounds.start / 1000.0), to_timestamp(bounds."end" / 1000.0));
  end loop;
end $$;

-- Counts one approved sale, already written, in every limit it belongs to.
create function count_sale(p_sale transactions, p_windows jsonb) returns void language plpgsql as $$
declare
  counted limits;
  bounds jsonb;
begin
  for counted in
    select l.* from limits l
    where l.merchant_id = p_sale.merchant_id and l."window" in ('daily', 'weekly', 'monthly')
      and (l.terminal_id = p_sale.terminal_id or l.terminal_id is null)
      and limit_counts(l, charge_of(p_sale))
    order by l.limit_id
  loop
    update counters set used_amount_minor = used_amount_minor + p_sale.amount_minor, used_count = used_count + 1
    where merchant_id = p_sale.merchant_id and limit_id = counted.limit_id
      and window_start <= p_sale.occurred_at and window_end > p_sale.occurred_at;
    if not found then
      -- Opening the counter counts the sale, for it is written.
      bounds := p_windows -> counted."window";
      perform open_counter(counted, p_sale.occurred_at,
        to_timestamp((bounds ->> 'start')::bigint / 1000.0),
        to_timestamp((bounds ->> 'end')::bigint / 1000.0));
    end if;
  end loop;
end $$;

-- Moves what a charge took in every counter that counts it, in the windows of its own moment. A counter
-- that opens later counts what then stands.
create function move_counters(p_charge charge, p_used bigint, p_used_count integer,
  p_reserved bigint default 0, p_reserved_count integer default 0)
returns void language sql as $$
  update counters c
  set used_amount_minor = c.used_amount_minor + p_used, used_count = c.used_count + p_used_count,
    reserved_amount_minor = c.reserved_amount_minor + p_reserved,
    reserved_count = c.reserved_count + p_reserved_count
  from limits l
  where l.merchant_id = p_charge.merchant_id and c.merchant_id = p_charge.merchant_id
    and c.limit_id = l.limit_id and c.window_start <= p_charge.at and c.window_end > p_charge.at
    and (l.terminal_id = p_charge.terminal_id or l.terminal_id is null)
    and limit_counts(l, p_charge)
$$;

create function approved_codes() returns text[] language sql stable as $$
  select coalesce(array_agg(r.code), '{}')
  from acquirer_settings s join response_codes r on r.profile_id = s.response_code_profile
  where r.category = 'ok'
$$;

create function rejected(p_code text, p_pointer text, p_fault text) returns jsonb language sql immutable as $$
  select jsonb_build_object('outcome', 'rejected', 'code', p_code, 'pointer', p_pointer, 'fault', p_fault)
$$;

-- Applies one reversal or refund; answers null, or why it is rejected.
create function apply_return(p_return transactions) returns jsonb language plpgsql as $$
declare
  original transactions;
  original_key transaction_keys;
begin
  select * into original_key from transaction_keys k
  where k.merchant_id = p_return.merchant_id and k.external_id = p_return.original_external_id for update;
  if not found then
    return rejected('not-found', '/original_external_id', 'original_unknown');
  end if;
  select * into original from transactions t
  where t.merchant_id = p_return.merchant_id and t.occurred_at = original_key.occurred_at
    and t.transaction_id = original_key.transaction_id;
  if not found then
    return rejected('not-found', '/original_external_id', 'original_unknown');
  elsif original.kind <> 'sale' or not original.approved then
    return rejected('validation-failed', '/original_external_id', 'original_not_approved_sale');
  elsif original.currency <> p_return.currency then
    return rejected('validation-failed', '/amount/currency', 'original_other_currency');
  elsif original.terminal_id <> p_return.terminal_id then
    return rejected('validation-failed', '/terminal_id', 'original_other_terminal');
  elsif p_return.kind = 'reversal' and p_return.amount_minor <> original.amount_minor then
    return rejected('validation-failed', '/amount/value', 'reversal_not_whole');
  elsif original_key.given_back_minor + p_return.amount_minor > original.amount_minor then
    return rejected('validation-failed', '/amount/value', 'more_than_original');
  end if;
  update transaction_keys
  set given_back_minor = given_back_minor + p_return.amount_minor, reversed = p_return.kind = 'reversal'
  where merchant_id = p_return.merchant_id and external_id = p_return.original_external_id;
  perform move_counters(charge_of(original), -p_return.amount_minor,
    case p_return.kind when 'reversal' then -1 else 0 end);
  return null;
end $$;

-- What is known under an external_id: null, or why nothing is to be recorded. It is free again 400
-- days after it was recorded, and when the transaction itself is no longer kept.
create function known_transaction(p_merchant text, p_external_id text, p_content_hash text, p_at timestamptz)
returns jsonb language plpgsql as $$
declare
  known transaction_keys;
  recorded_at timestamptz;
begin
  select * into known from transaction_keys k
  where k.merchant_id = p_merchant and k.external_id = p_external_id;
  if not found then
    return null;
  end if;
  select t.created_at into recorded_at from transactions t
  where t.merchant_id = p_merchant and t.occurred_at = known.occurred_at
    and t.transaction_id = known.transaction_id;
  if not found or recorded_at <= p_at - interval '400 days' then
    return null;
  elsif known.content_hash = p_content_hash then
    return '{"outcome": "duplicate"}';
  end if;
  return rejected('conflict', '/external_id', 'other_content');
end $$;

-- Why a sale cannot name a reservation; null when it can, or names none.
create function reservation_fault(p_sale transactions) returns jsonb language plpgsql as $$
declare
  named reservations;
begin
  if p_sale.reservation_id is null then
    return null;
  end if;
  select * into named from reservations r
  where r.merchant_id = p_sale.merchant_id and r.reservation_id = p_sale.reservation_id;
  if not found then
    return rejected('not-found', '/reservation_id', 'reservation_unknown');
  elsif named.terminal_id <> p_sale.terminal_id then
    return rejected('validation-failed', '/terminal_id', 'reservation_other_terminal');
  elsif named.currency <> p_sale.currency then
    return rejected('validation-failed', '/amount/currency', 'reservation_other_currency');
  end if;
  return null;
end $$;

-- What a sale does to the reservation it names: approved, the hold or an earlier commit gives way to it;
-- declined, the hold is released. One that expired, was released or already has its sale is left alone.
create function tell_reservation(p_sale transactions, p_at timestamptz) returns void language plpgsql as $$
declare
  named reservations;
begin
  perform expire_reservations(p_sale.merchant_id, p_at, p_sale.reservation_id);
  select * into strict named from reservations r
  where r.merchant_id = p_sale.merchant_id and r.reservation_id = p_sale.reservation_id;
  if named.state = 'pending' then
    perform move_counters(charge_of(named), 0, 0, -named.amount_minor, -1);
    update reservations
    set state = case when p_sale.approved then 'committed' else 'released' end, resolved_at = p_at,
      committed_amount_minor = case when p_sale.approved then p_sale.amount_minor end,
      sale_external_id = case when p_sale.approved then p_sale.external_id end
    where merchant_id = named.merchant_id and reservation_id = named.reservation_id;
  elsif named.state = 'committed' and named.sale_external_id is null and p_sale.approved then
    perform move_counters(charge_of(named), -named.committed_amount_minor, -1);
    update reservations set sale_external_id = p_sale.external_id
    where merchant_id = named.merchant_id and reservation_id = named.reservation_id;
  end if;
end $$;

-- Records one item; see record_transactions.
create function record_transaction(p_merchant text, p_item jsonb, p_approved_codes text[], p_at timestamptz)
returns jsonb language plpgsql as $$
declare
  item transactions;
  terminal terminals;
  refusal jsonb;
begin
  refusal := known_transaction(p_merchant, p_item ->> 'externalId', p_item ->> 'contentHash', p_at);
  if refusal is not null then
    return refusal;
  end if;
  select * into terminal from terminals t
  where t.merchant_id = p_merchant and t.terminal_id = p_item ->> 'terminalId';
  if not found then
    return rejected('not-found', '/terminal_id', 'terminal_unknown');
  end if;
  item.merchant_id := p_merchant;
  item.occurred_at := to_timestamp((p_item ->> 'occurredAt')::bigint / 1000.0);
  item.transaction_id := p_item ->> 'transactionId';
  item.external_id := p_item ->> 'externalId';
  item.terminal_id := terminal.terminal_id;
  item.store := terminal.store;
  item.kind := p_item ->> 'kind';
  item.amount_minor := (p_item ->> 'amountMinor')::bigint;
  item.currency := p_item ->> 'currency';
  item.response_code := p_item ->> 'responseCode';
  item.approved := item.response_code = any (p_approved_codes);
  item.entry_mode := p_item ->> 'entryMode';
  item.funding_source := p_item ->> 'fundingSource';
  item.card_origin := p_item ->> 'cardOrigin';
  item.original_external_id := p_item ->> 'originalExternalId';
  item.reservation_id := p_item ->> 'reservationId';
  item.business_date := (p_item ->> 'businessDate')::date;
  item.created_at := p_at;
  refusal := reservation_fault(item);
  if refusal is not null then
    return refusal;
  end if;
  -- A declined reversal or refund is remembered and changes nothing.
  if item.kind <> 'sale' and item.approved then
    refusal := apply_return(item);
    if refusal is not null then
      return refusal;
    end if;
  end if;
  insert into transaction_keys (merchant_id, external_id, transaction_id, occurred_at, content_hash)
  values (p_merchant, item.external_id, item.transaction_id, item.occurred_at, p_item ->> 'contentHash')
  on conflict (merchant_id, external_id) do update set
    transaction_id = excluded.transaction_id, occurred_at = excluded.occurred_at,
    content_hash = excluded.content_hash, given_back_minor = 0, reversed = false;
  if item.reservation_id is not null then
    perform tell_reservation(item, p_at);
  end if;
  insert into transactions select item.*;
  if item.kind = 'sale' and item.approved then
    perform count_sale(item, p_item -> 'windows');
  end if;
  return '{"outcome": "accepted"}';
end $$;

-- Records a batch in its order; answers one outcome an item. Items are checked and carry their
-- windows already: {externalId, transactionId, contentHash, terminalId, kind, amountMinor, currency,
-- responseCode, occurredAt, businessDate, entryMode, fundingSource, cardOrigin,
-- originalExternalId, reservationId, windows: {daily: {start, end}, weekly: ..., monthly: ...}}.
create function record_transactions(p_merchant text, p_items jsonb, p_at timestamptz)
returns jsonb language plpgsql as $$
declare
  codes text[];
  item jsonb;
  outcomes jsonb := '[]';
begin
  perform enter_merchant(p_merchant);
  perform lock_counting(p_merchant);
  perform expire_reservations(p_merchant, p_at);
  codes := approved_codes();
  for item in select i.value from jsonb_array_elements(p_items) with ordinality i order by i.ordinality loop
    outcomes := outcomes || jsonb_build_array(record_transaction(p_merchant, item, codes, p_at));
  end loop;
  return outcomes;
end $$;

-- Raises the told-about mark of running counters that reached 80, 90 or 100 percent of the limit in
-- force (used and reserved, whichever of amount and count is nearer) and answers those that newly did.
create function mark_reached_usage(p_merchant text, p_terminals text[], p_at timestamptz)
returns table (limit_id text, percent integer) language plpgsql as $$
begin
  return query
  with taken as (
    select c.limit_id, c.window_start, greatest(
      (c.used_amount_minor + c.reserved_amount_minor) * 100.0 / nullif(v.max_amount_minor, 0),
      (c.used_count + c.reserved_count) * 100.0 / nullif(v.max_count, 0),
      case when 0 in (v.max_amount_minor, v.max_count) and c.used_count > 0 then 100 end) as percent
    from limits l
    join counters c on c.merchant_id = l.merchant_id and c.limit_id = l.limit_id
      and c.window_start <= p_at and c.window_end > p_at
    cross join lateral version_in_force(p_merchant, l.limit_id, p_at) v
    where l.merchant_id = p_merchant and (l.terminal_id is null or l.terminal_id = any (p_terminals))
  ), reached as (
    select t.*, case when t.percent >= 100 then 100 when t.percent >= 90 then 90 else 80 end as mark
    from taken t where t.percent >= 80
  )
  update counters c set notified_percent = r.mark from reached r
  where c.merchant_id = p_merchant and c.limit_id = r.limit_id and c.window_start = r.window_start
    and r.mark > c.notified_percent
  returning c.limit_id, r.mark;
end $$;
