-- Merchants and terminals that a text finds, in the order their list is read in. Policies hide the statistics of a
-- table from the planner, so all of it is planned here, and for each text anew. The few that a text finds are
-- gathered first; so many that they are met soon enough are met on the way through the list.

create function merchants_by_number_of_terminal(p_text text) returns setof text language sql stable as $$
  select d.merchant_id from terminal_directory d where d.terminal_id = p_text
  union select d.merchant_id from serial_directory d where d.serial_number = p_text;
$$;

-- The merchants whose number or name holds a text, or whose terminal or serial number it is; at most p_most.
create function found_merchants(p_text text, p_most int) returns text[] language plpgsql stable
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  said text := lower(p_text);
  wanted text[] := search_grams(said, case when length(said) = 1 then array[1] else array[2] end);
begin
  if current_setting('app.acquirer', true) is distinct from 'on' then
    raise exception 'merchants are searched in the acquirer''s context only' using errcode = '42501';
  end if;
  return array(
    (select s.merchant_id from merchant_search s
      where s.grams @> wanted and position(said in s.words) > 0 limit p_most)
    union select merchants_by_number_of_terminal(p_text));
end $$;

-- At most p_most of them beyond a place, with a status and a tier. p_order: mid, or pinyin or root for names.
-- More than p_few are met on the way through the list.
create function find_merchants_in_order(
  p_text text, p_status text, p_tier text, p_order text, p_descending boolean,
  p_beyond_name text, p_beyond_id text, p_few int, p_most int
) returns setof text language plpgsql stable rows 100 security definer set search_path = public, pg_temp as $$
declare
  found text[] := found_merchants(p_text, p_few + 1);
  is_few boolean := cardinality(found) <= p_few;
  is_plain boolean := is_few and p_order = 'mid' and p_status is null and p_tier is null;
  said text := lower(p_text);
  id text := case when is_plain then 'f.id' else 'm.merchant_id' end;
  name text := format('m.trading_name collate %I',
    case p_order when 'pinyin' then 'zh-x-icu' else 'und-x-icu' end);
  direction text := case when p_descending then 'desc' else 'asc' end;
  side text := case when p_descending then '<' else '>' end;
  source text := case
    when is_plain then 'unnest($1) f(id)'
    when is_few then 'unnest($1) f(id) join merchants m on m.merchant_id = f.id'
    else 'merchant_search s join merchants m on m.merchant_id = s.merchant_id' end;
  is_found text := case
    when is_few then 'true'
    else '(s.grams @> $2 and position($3 in s.words) > 0 or s.merchant_id = any ($9))' end;
  is_asked text := case
    when is_plain then 'true' else '($4 is null or m.status = $4) and ($5 is null or m.tier = $5)' end;
  beyond text := case
    when p_beyond_id is null then 'true'
    when p_order = 'mid' then format('%s %s $6', id, side)
    else format('(%s, %s) %s ($7, $6)', name, id, side) end;
  place text := case when p_order = 'mid' then '' else format('%s %s, ', name, direction) end
    || format('%s %s', id, direction);
begin
  return query execute format('select %s from %s where %s and %s and %s order by %s limit $8',
    id, source, is_found, is_asked, beyond, place)
  using found, search_grams(said, case when length(said) = 1 then array[1] else array[2] end), said,
    p_status, p_tier, p_beyond_id, p_beyond_name, p_most,
    array(select merchants_by_number_of_terminal(p_text));
end $$;

-- How many they are, counted to p_most.
create function count_found_merchants(p_text text, p_status text, p_tier text, p_few int, p_most int)
returns int language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if p_status is null and p_tier is null then
    return least(cardinality(found_merchants(p_text, p_most)), p_most);
  end if;
  return (select count(*) from find_merchants_in_order(
    p_text, p_status, p_tier, 'mid', false, null, null, p_few, p_most));
end $$;

-- The terminals of these merchants by TID, beyond a place, at most p_most.
create function find_terminals_in_order(
  p_text text, p_status text, p_descending boolean,
  p_beyond_terminal_id text, p_beyond_merchant_id text, p_few int, p_most int
) returns table (merchant_id text, terminal_id text) language plpgsql stable rows 100 security definer
set search_path = public, pg_temp as $$
declare
  found text[] := found_merchants(p_text, p_few + 1);
  is_few boolean := cardinality(found) <= p_few;
  said text := lower(p_text);
  direction text := case when p_descending then 'desc' else 'asc' end;
  source text := case
    when is_few then 'unnest($1) f(id) join terminals t on t.merchant_id = f.id'
    else 'merchant_search s join terminals t on t.merchant_id = s.merchant_id' end;
  is_found text := case
    when is_few then 'true'
    else '(s.grams @> $2 and position($3 in s.words) > 0)' end;
  beyond text := case
    when p_beyond_terminal_id is null then 'true'
    else format('(t.terminal_id, t.merchant_id) %s ($5, $6)', case when p_descending then '<' else '>' end) end;
begin
  return query execute format(
    'select t.merchant_id, t.terminal_id from %1$s where %2$s and ($4 is null or t.status = $4) and %3$s
     order by t.terminal_id %4$s, t.merchant_id %4$s limit $7', source, is_found, beyond, direction)
  using found, search_grams(said, case when length(said) = 1 then array[1] else array[2] end), said,
    p_status, p_beyond_terminal_id, p_beyond_merchant_id, p_most;
end $$;

drop function find_merchants(text, int);

-- The kinds that can be muted are named, so that a new one cannot be.
alter table notification_preferences drop constraint notification_preferences_muted_kinds_check;
alter table notification_preferences add constraint notification_preferences_muted_kinds_check
  check (muted_kinds <@ array['question_asked', 'request_submitted', 'request_withdrawn', 'request_expired']);
