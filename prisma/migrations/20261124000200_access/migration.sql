-- The server connects as a member of headroom_app: it owns nothing and is bound by every policy.
-- app.merchant_id, app.acquirer and app.directory are set for one transaction by lib/data/db.ts.

do $$ begin
  if not exists (select from pg_roles where rolname = 'headroom_app') then
    create role headroom_app nologin nosuperuser nobypassrls;
  end if;
exception when duplicate_object then null;
end $$;

grant usage on schema public to headroom_app;

do $$
declare
  tenant text;
begin
  foreach tenant in array array[
    'merchants', 'stores', 'terminals', 'merchant_controls', 'requirements', 'limits',
    'limit_versions', 'counters', 'reservations', 'decision_settings', 'transactions', 'transaction_keys', 'checks', 'heartbeats', 'limit_requests',
    'limit_decisions', 'limit_request_events', 'memberships', 'api_keys', 'idempotency_keys',
    'notifications', 'audit_events', 'audit_chains', 'configuration_stamps'
  ] loop
    execute format('alter table %I enable row level security', tenant);
    execute format(
      'create policy tenant on %I using (merchant_id = current_setting(''app.merchant_id'', true)'
      ' or current_setting(''app.acquirer'', true) = ''on'')', tenant);
  end loop;
end $$;

grant select, insert, update on
  merchants, stores, terminals, merchant_controls, requirements, limits, limit_versions, counters,
  reservations, transaction_keys, limit_requests, api_keys, notifications to headroom_app;
grant select, insert on
  transactions, checks, heartbeats, limit_decisions, limit_request_events, audit_events to headroom_app;
grant select, insert, update, delete on memberships, idempotency_keys, decision_settings to headroom_app;
grant select on audit_chains, configuration_stamps to headroom_app;
create policy read on configuration_stamps for select using (merchant_id = 'acquirer');

-- Directories: anybody may look up whose an identifier is, only its owner may change the row.
do $$
declare
  directory text;
begin
  foreach directory in array array['terminal_directory', 'serial_directory', 'api_key_directory'] loop
    execute format('alter table %I enable row level security', directory);
    execute format('create policy look_up on %I for select using (true)', directory);
    execute format(
      'create policy tenant on %I using (merchant_id = current_setting(''app.merchant_id'', true)'
      ' or current_setting(''app.acquirer'', true) = ''on'')', directory);
    execute format('grant select, insert, update, delete on %I to headroom_app', directory);
  end loop;
end $$;

-- People: visible to sign-in, to the acquirer, and to a merchant they belong to.
do $$
declare
  identity text;
begin
  foreach identity in array array['users', 'sessions', 'sign_up_links', 'sign_up_link_requests'] loop
    execute format('alter table %I enable row level security', identity);
    execute format(
      'create policy person on %I using (current_setting(''app.directory'', true) = ''on'''
      ' or current_setting(''app.acquirer'', true) = ''on'''
      ' or exists (select from memberships m where m.user_id = %I.user_id'
      ' and m.merchant_id = current_setting(''app.merchant_id'', true)))', identity, identity);
    execute format('grant select, insert, update on %I to headroom_app', identity);
  end loop;
end $$;
-- Whatever is done for a merchant may be told to the acquirer's people.
create policy telling_the_acquirer on notifications for insert with check (merchant_id = 'acquirer');
grant delete on sessions, sign_up_links, sign_up_link_requests to headroom_app;
create policy joining on users for insert with check (current_setting('app.merchant_id', true) <> '');
create policy sign_in on memberships for select using (current_setting('app.directory', true) = 'on');

alter table sign_in_failures enable row level security;
create policy sign_in on sign_in_failures using (current_setting('app.directory', true) = 'on');
grant select, insert, update, delete on sign_in_failures to headroom_app;

-- The acquirer's own rules: read by all, changed in the acquirer's context only.
do $$
declare
  rules text;
begin
  foreach rules in array array[
    'maintenance_windows', 'acquirer_settings', 'four_eyes_thresholds', 'response_code_profiles',
    'response_codes', 'reason_code_map'
  ] loop
    execute format('alter table %I enable row level security', rules);
    execute format('create policy read on %I for select using (true)', rules);
    execute format('create policy change on %I using (current_setting(''app.acquirer'', true) = ''on'')', rules);
    execute format('grant select, insert, update on %I to headroom_app', rules);
  end loop;
end $$;
grant delete on four_eyes_thresholds to headroom_app;

-- A function that reads or writes for one merchant names it first; never inside another's context.
create function enter_merchant(p_merchant text) returns void language plpgsql as $$
begin
  if coalesce(current_setting('app.merchant_id', true), '') not in ('', p_merchant) then
    raise exception 'already in the context of another merchant' using errcode = '42501';
  end if;
  perform set_config('app.merchant_id', p_merchant, true);
end $$;
