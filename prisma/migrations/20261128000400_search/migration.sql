-- Requests by their number, whoever's they are.
create index limit_requests_by_number on limit_requests (limit_request_id text_pattern_ops);

-- A text as LIKE takes it for itself, nothing in it standing for anything else.
create function literally(p_text text) returns text language sql immutable as $$
  select replace(replace(replace(p_text, '\', '\\'), '%', '\%'), '_', '\_');
$$;

create function require_acquirer() returns void language plpgsql as $$
begin
  if current_setting('app.acquirer', true) is distinct from 'on' then
    raise exception 'for the acquirer''s context only' using errcode = '42501';
  end if;
end $$;

-- Merchants whose MID begins with the text or whose names hold it, MIDs first.
create function search_merchants(p_text text, p_most integer)
returns table (merchant_id text, trading_name text, status text)
language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  beginning text := literally(upper(p_text)) || '%';
  said text := lower(p_text);
  wanted text[] := search_grams(said, case when length(said) = 1 then array[1] else array[2] end);
begin
  perform require_acquirer();
  return query
    select m.merchant_id, m.trading_name, m.status from (
      (select s.merchant_id, 0 as place from merchant_search s
        where s.merchant_id like beginning order by s.merchant_id limit p_most)
      union all
      (select s.merchant_id, 1 from merchant_search s
        where s.grams @> wanted and position(said in s.words) > 0 and s.merchant_id not like beginning
        limit p_most)) found
    join merchants m using (merchant_id)
    order by found.place, m.merchant_id limit p_most;
end $$;

-- Terminals whose TID or serial number begins with the text.
create function search_terminals(p_text text, p_most integer)
returns table (merchant_id text, terminal_id text, name text, status text, trading_name text)
language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  said text := literally(p_text) || '%';
  capital text := literally(upper(p_text)) || '%';
begin
  perform require_acquirer();
  return query
    select t.merchant_id, t.terminal_id, t.name, t.status, m.trading_name from (
      (select d.merchant_id, d.terminal_id from terminal_directory d
        where d.terminal_id like said or d.terminal_id like capital order by d.terminal_id limit p_most)
      union
      (select d.merchant_id, d.terminal_id from serial_directory d
        where (d.serial_number like said or d.serial_number like capital) and not d.revoked
        order by d.serial_number limit p_most)) found
    join terminals t using (merchant_id, terminal_id) join merchants m using (merchant_id)
    order by t.terminal_id limit p_most;
end $$;

create index terminal_directory_beginning on terminal_directory (terminal_id text_pattern_ops);
create index serial_directory_beginning on serial_directory (serial_number text_pattern_ops);
create index merchant_search_beginning on merchant_search (merchant_id text_pattern_ops);

-- Requests whose number begins with the text.
create function search_limit_requests(p_text text, p_most integer)
returns table (merchant_id text, limit_request_id text, state text, trading_name text)
language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  beginning text := literally(p_text) || '%';
begin
  perform require_acquirer();
  return query
    select r.merchant_id, r.limit_request_id, r.state, m.trading_name
    from limit_requests r join merchants m using (merchant_id)
    where r.limit_request_id like beginning order by r.limit_request_id limit p_most;
end $$;
