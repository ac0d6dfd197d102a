-- What the merchant's own screens remember: how a person reads the clock, what they do not want to be
-- told, and what the merchant's keys asked of the API in the last days.

alter table users add column clock text check (clock in ('h23', 'h12'));

create table notification_preferences (
  merchant_id text not null,
  user_id text not null,
  muted_kinds text[] not null default '{}',
  muted_percents integer[] not null default '{}',
  updated_at timestamptz(3) not null,
  primary key (merchant_id, user_id),
  constraint notification_preferences_user_fkey foreign key (user_id) references users (user_id),
  check (muted_percents <@ array[80, 90, 100]),
  -- A change others make to limits, switches and status always arrives.
  check (not muted_kinds && array['limit_changed', 'merchant_status_changed', 'switch_changed',
    'request_decided', 'request_applied', 'request_reverted'])
);

create table api_requests (
  merchant_id text not null,
  api_request_id text not null,
  key_id text not null,
  requested_at timestamptz(3) not null,
  method text not null,
  path text not null,
  status integer not null check (status between 100 and 599),
  request_id text not null,
  check_id text,
  decision text check (decision in ('approve', 'review', 'decline')),
  body text check (octet_length(body) <= 2048),
  primary key (merchant_id, api_request_id)
);
create index api_requests_age on api_requests using brin (requested_at);

do $$
declare
  tenant text;
begin
  foreach tenant in array array['notification_preferences', 'api_requests'] loop
    execute format('alter table %I enable row level security', tenant);
    execute format(
      'create policy tenant on %I using (merchant_id = current_setting(''app.merchant_id'', true)'
      ' or current_setting(''app.acquirer'', true) = ''on'')', tenant);
  end loop;
end $$;
grant select, insert, update on notification_preferences to headroom_app;
grant select, insert on api_requests to headroom_app;

-- Writes some of a merchant's requests behind their answers.
create function record_api_requests(p_merchant text, p_requests json) returns void language plpgsql as $$
begin
  perform enter_merchant(p_merchant);
  insert into api_requests (merchant_id, api_request_id, key_id, requested_at, method, path, status,
    request_id, check_id, decision, body)
  select p_merchant, r."apiRequestId", r."keyId", to_timestamp(r."requestedAt" / 1000.0), r.method,
    r.path, r.status, r."requestId", r."checkId", r.decision, r.body
  from json_to_recordset(p_requests) as r ("apiRequestId" text, "keyId" text, "requestedAt" bigint,
    method text, path text, status integer, "requestId" text, "checkId" text, decision text, body text)
  on conflict do nothing;
end $$;

-- Forgets requests older than 7 days by the database's clock, a few at a time; answers how many.
create function forget_api_requests(p_most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  forgotten integer;
begin
  delete from api_requests r using (
    select o.merchant_id, o.api_request_id from api_requests o
    where o.requested_at < now() - interval '7 days' limit p_most) old
  where r.merchant_id = old.merchant_id and r.api_request_id = old.api_request_id;
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;
revoke execute on function forget_api_requests(integer) from public;
grant execute on function forget_api_requests(integer) to headroom_app;
