-- How each person looks at each table, and the views they keep of it: theirs alone, whatever they work for,
-- and so read and written only where people and sessions are.
create table table_layouts (
  user_id text not null,
  table_name text not null,
  columns text[] not null default '{}',
  density text not null default 'comfortable',
  primary key (user_id, table_name),
  check (table_name ~ '^[a-z_]{1,40}$'),
  check (density in ('comfortable', 'compact')),
  check (cardinality(columns) <= 40),
  constraint table_layouts_user_fkey foreign key (user_id) references users (user_id) on delete cascade
);

create table table_views (
  user_id text not null,
  table_name text not null,
  name text not null,
  query text not null,
  created_at timestamptz(3) not null default current_timestamp,
  primary key (user_id, table_name, name),
  check (table_name ~ '^[a-z_]{1,40}$'),
  check (length(name) between 1 and 40),
  check (length(query) <= 2000),
  constraint table_views_user_fkey foreign key (user_id) references users (user_id) on delete cascade
);

do $$
declare
  own text;
begin
  foreach own in array array['table_layouts', 'table_views'] loop
    execute format('alter table %I enable row level security', own);
    execute format('create policy person on %I using (current_setting(''app.directory'', true) = ''on'')', own);
    execute format('grant select, insert, update, delete on %I to headroom_app', own);
  end loop;
end $$;

-- The search directory: of each merchant the number and names, and every one and two characters that
-- follow each other in them. Two, because most Chinese words are two characters long. Policies would keep
-- the index from being used, so nobody reads it but the function below, which checks whose context it is.
create table merchant_search (
  merchant_id text not null primary key,
  words text not null,
  grams text[] not null default '{}',
  constraint merchant_search_fkey foreign key (merchant_id) references merchants (merchant_id) on delete cascade
);
alter table merchant_search enable row level security;

create function search_grams(p_text text, p_widths int[]) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct substr(lower(p_text), place, width)), '{}')
  from unnest(p_widths) width, generate_series(1, length(p_text) - width + 1) place;
$$;

create function enter_merchant_search() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  said text := lower(concat_ws(chr(10), new.merchant_id, new.legal_name, new.trading_name));
begin
  insert into merchant_search (merchant_id, words, grams)
  values (new.merchant_id, said, search_grams(said, array[1, 2]))
  on conflict (merchant_id) do update set words = excluded.words, grams = excluded.grams;
  return null;
end $$;
create trigger merchants_searchable after insert or update of legal_name, trading_name on merchants
  for each row execute function enter_merchant_search();

insert into merchant_search (merchant_id, words, grams)
select m.merchant_id, m.said, search_grams(m.said, array[1, 2])
from (select merchant_id, lower(concat_ws(chr(10), merchant_id, legal_name, trading_name)) as said from merchants) m;
create index merchant_search_grams on merchant_search using gin (grams);

-- The merchants whose number or name holds a text, or whose terminal or serial number it is; at most p_most.
-- Planned for each text: one that most merchants share is met sooner by reading on than by its index.
create function find_merchants(p_text text, p_most int) returns setof text language plpgsql stable
security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  said text := lower(p_text);
  wanted text[] := search_grams(said, case when length(said) = 1 then array[1] else array[2] end);
begin
  if current_setting('app.acquirer', true) is distinct from 'on' then
    raise exception 'merchants are searched in the acquirer''s context only' using errcode = '42501';
  end if;
  return query
  (select s.merchant_id from merchant_search s
    where s.grams @> wanted and position(said in s.words) > 0 limit p_most)
  union select d.merchant_id from terminal_directory d where d.terminal_id = p_text
  union select d.merchant_id from serial_directory d where d.serial_number = p_text;
end $$;

-- Names in the order of the reader's language: pinyin for Chinese, the root order for every other one.
create index merchants_by_name_zh on merchants (trading_name collate "zh-x-icu", merchant_id);
create index merchants_by_name on merchants (trading_name collate "und-x-icu", merchant_id);
create index merchants_by_status on merchants (status, merchant_id);
create index merchants_by_tier on merchants (tier, merchant_id);

create index terminals_by_number on terminals (terminal_id, merchant_id);
create index terminals_by_status on terminals (status, terminal_id, merchant_id);
create index terminals_by_store_zh on terminals (merchant_id, (coalesce(store, '') collate "zh-x-icu"), terminal_id);
create index terminals_by_store on terminals (merchant_id, (coalesce(store, '') collate "und-x-icu"), terminal_id);

-- Whose a limit is, the widest first, as one text; and how long it counts, the shortest first.
create function limit_place(p_scope text, p_store text, p_terminal text) returns text
language sql immutable parallel safe as $$
  select case p_scope when 'merchant' then '0' when 'store' then '1' || p_store else '2' || p_terminal end;
$$;
create function window_rank(p_window text) returns int language sql immutable parallel safe as $$
  select case p_window when 'per_transaction' then 0 when 'rolling' then 1 when 'daily' then 2
    when 'weekly' then 3 else 4 end;
$$;
create index limits_by_place_zh on limits
  (merchant_id, (limit_place(scope, store, terminal_id) collate "zh-x-icu"), (window_rank("window")), limit_id);
create index limits_by_place on limits
  (merchant_id, (limit_place(scope, store, terminal_id) collate "und-x-icu"), (window_rank("window")), limit_id);
create index limits_by_window_zh on limits
  (merchant_id, (window_rank("window")), (limit_place(scope, store, terminal_id) collate "zh-x-icu"), limit_id);
create index limits_by_window on limits
  (merchant_id, (window_rank("window")), (limit_place(scope, store, terminal_id) collate "und-x-icu"), limit_id);

-- The trail is read by time, whatever else is asked for.
drop index audit_events_newest;
create index audit_events_newest on audit_events (occurred_at, audit_event_id);
create index audit_events_of_merchant on audit_events (merchant_id, occurred_at, audit_event_id);
create index audit_events_by_actor on audit_events (actor_name, occurred_at, audit_event_id);
create index audit_events_by_action on audit_events (action, occurred_at, audit_event_id);
create index audit_events_on_subject on audit_events (subject_id, occurred_at, audit_event_id);
