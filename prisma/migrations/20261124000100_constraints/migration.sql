-- What must never be, whoever writes.

do $$
declare
  list record;
begin
  for list in
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and data_type = 'ARRAY'
  loop
    execute format('alter table %I alter column %I set not null, alter column %I set default ''{}''',
      list.table_name, list.column_name, list.column_name);
  end loop;
end $$;

alter table merchants
  add check (merchant_id ~ '^[A-Za-z0-9]{15}$'),
  add check (mcc ~ '^[0-9]{4}$'),
  add check (tier in ('micro', 'individual', 'enterprise')),
  add check (currency ~ '^[A-Z]{3}$'),
  add check (status in ('pending', 'active', 'suspended', 'closed')),
  add check (risk_rating in ('low', 'medium', 'high'));

alter table terminals
  add check (terminal_id ~ '^[A-Za-z0-9]{8}$'),
  add check (status in ('inventory', 'deployed', 'inactive', 'lost', 'retired')),
  add check (entry_modes <@ array['chip', 'magnetic_stripe', 'contactless', 'qr_static', 'qr_dynamic', 'key_entered', 'ecommerce']),
  add check (funding_sources <@ array['debit', 'credit', 'prepaid']),
  add check (card_origins <@ array['domestic', 'foreign']),
  add check (trading_hours ~ '^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add constraint terminals_store_fkey foreign key (merchant_id, store) references stores (merchant_id, store);

create index terminals_newest on terminals (merchant_id, created_at desc, terminal_id desc);

alter table terminal_directory add check (terminal_id ~ '^[A-Za-z0-9]{8}$');

alter table merchant_controls
  add check (control in ('payment_acceptance', 'settlement')),
  add check (until is null or until >= since);
create unique index merchant_controls_present on merchant_controls (merchant_id, control) where until is null;

alter table requirements
  add check (code in ('business_license', 'legal_person_id', 'beneficial_owner', 'settlement_account', 'pci_saq', 'terminal_binding', 'site_inspection', 'risk_rating')),
  add check (status in ('currently_due', 'eventually_due', 'past_due', 'pending_verification', 'satisfied')),
  add check (affects <@ array['payment_acceptance', 'settlement']);
create unique index requirements_natural on requirements (merchant_id, code, coalesce(terminal_id, ''));

alter table limits
  add check (scope in ('merchant', 'store', 'terminal')),
  add check ((scope = 'terminal') = (terminal_id is not null)),
  add check ((scope = 'store') = (store is not null)),
  add check ("window" in ('per_transaction', 'daily', 'weekly', 'monthly', 'rolling')),
  add check (("window" = 'rolling') = (window_seconds is not null)),
  add check (window_seconds between 60 and 604800),
  add check (currency ~ '^[A-Z]{3}$'),
  add check (entry_modes <@ array['chip', 'magnetic_stripe', 'contactless', 'qr_static', 'qr_dynamic', 'key_entered', 'ecommerce']),
  add check (funding_sources <@ array['debit', 'credit', 'prepaid']),
  add check (card_origins <@ array['domestic', 'foreign']),
  add check (days_of_week <@ array[1, 2, 3, 4, 5, 6, 7]),
  add constraint limits_terminal_fkey foreign key (merchant_id, terminal_id) references terminals (merchant_id, terminal_id),
  add constraint limits_store_fkey foreign key (merchant_id, store) references stores (merchant_id, store);

alter table limit_versions
  add check (kind in ('base', 'temporary')),
  add check (kind = 'base' or ends_at is not null),
  add check (max_amount_minor between 0 and 9007199254740991),
  add check (min_amount_minor between 0 and 9007199254740991),
  add check (max_count between 0 and 9007199254740991),
  add check (min_amount_minor <= max_amount_minor),
  add check (warn_percent between 1 and 100),
  add check (ends_at > starts_at),
  add check (status in ('active', 'disabled')),
  add check (origin in ('import', 'request', 'template', 'operator'));

create index limit_versions_starting on limit_versions (merchant_id, starts_at);
create index limit_versions_ending on limit_versions (merchant_id, ends_at);

alter table counters
  add check (window_end > window_start),
  add check (used_amount_minor >= 0),
  add check (used_count >= 0),
  add check (reserved_amount_minor >= 0),
  add check (reserved_count >= 0),
  add constraint counters_limit_fkey foreign key (merchant_id, limit_id) references limits (merchant_id, limit_id);

alter table reservations
  add check (state in ('pending', 'committed', 'released', 'expired')),
  add check ((state = 'pending') = (resolved_at is null)),
  add check ((state = 'committed') = (committed_amount_minor is not null)),
  add check (amount_minor between 1 and 999999999999),
  add check (currency ~ '^[A-Z]{3}$'),
  add check (expires_at > created_at);
create index reservations_open on reservations (merchant_id, expires_at) where state = 'pending';
create index reservations_open_at_terminal on reservations (merchant_id, terminal_id, reservation_id)
  where state = 'pending';
create index reservations_due on reservations (expires_at) where state = 'pending';
-- Those that count by themselves: held, or committed and not yet told as a sale.
create index reservations_counting on reservations (merchant_id, created_at)
  where state = 'pending' or (state = 'committed' and sale_external_id is null);

alter table transactions
  add check (kind in ('sale', 'reversal', 'refund')),
  add check (amount_minor between 1 and 999999999999),
  add check (currency ~ '^[A-Z]{3}$'),
  add check (response_code ~ '^[A-Z0-9]{2,3}$'),
  add check ((kind = 'sale') = (original_external_id is null));

alter table transaction_keys
  add check (length(external_id) between 1 and 64),
  add check (given_back_minor >= 0);

alter table checks add check (decision in ('approve', 'review', 'decline'));

alter table limit_requests
  add check (state in ('draft', 'submitted', 'in_review', 'info_requested', 'rejected', 'withdrawn', 'expired', 'approved', 'partially_approved', 'scheduled', 'applied', 'reverted')),
  add check (scope in ('merchant', 'store', 'terminal')),
  add check ("window" in ('per_transaction', 'daily', 'weekly', 'monthly', 'rolling')),
  add check (required_approvals in (0, 1, 2)),
  add check (maker_kind in ('user', 'key')),
  add check (maker_side in ('merchant', 'acquirer')),
  add check (asked_fields <@ array['max_amount', 'max_count', 'min_amount']),
  add check (approvals >= 0),
  add check (length(justification) between 10 and 2000),
  add check (ends_at > starts_at);
-- One open request per limit; the acquirer's own tightening neither blocks nor is blocked.
create unique index limit_requests_open on limit_requests (merchant_id, natural_key)
  where state in ('submitted', 'in_review', 'info_requested', 'approved', 'partially_approved', 'scheduled')
    and not (is_tightening and maker_side = 'acquirer');
create index limit_requests_queue on limit_requests (due_at, merchant_id, limit_request_id)
  where state in ('submitted', 'in_review', 'info_requested');
create index limit_requests_of_limit on limit_requests (merchant_id, limit_id, limit_request_id);
create index limit_requests_turning on limit_requests (merchant_id, limit_request_id)
  where state in ('submitted', 'in_review', 'info_requested', 'approved', 'partially_approved', 'scheduled')
    or (state = 'applied' and approved_ends_at is not null);

alter table limit_decisions
  add check (decision in ('approve', 'reject')),
  add check (sequence in (1, 2, 3, 4, 5, 6, 7, 8, 9));
create unique index limit_decisions_one_per_person on limit_decisions (merchant_id, limit_request_id, decided_by_user_id);

alter table users add check (email = lower(email));
alter table memberships
  add check (role in ('merchant_owner', 'merchant_staff', 'acquirer_reviewer', 'acquirer_approver', 'acquirer_admin', 'auditor')),
  add check ((merchant_id = 'acquirer') = (role not in ('merchant_owner', 'merchant_staff'))),
  add constraint memberships_user_fkey foreign key (user_id) references users (user_id);
create index memberships_of_user on memberships (user_id);
alter table sessions add constraint sessions_user_fkey foreign key (user_id) references users (user_id);
alter table sign_up_links add constraint sign_up_links_user_fkey foreign key (user_id) references users (user_id);
create index sign_up_links_of_user on sign_up_links (user_id);
alter table sign_up_link_requests
  add check (asked_by_user_id <> user_id),
  add constraint sign_up_link_requests_user_fkey foreign key (user_id) references users (user_id);

alter table api_keys
  add check (mode in ('live', 'test')),
  add check (rate_per_second between 0 and 100000);

alter table idempotency_keys
  add check (owner in ('merchant', 'acquirer')),
  add check (length(key) between 1 and 255);
create index idempotency_keys_age on idempotency_keys (created_at);

alter table maintenance_windows
  add check (kind in ('degraded', 'outage')),
  add check (ends_at > starts_at);
create index maintenance_windows_to_come on maintenance_windows (ends_at);

alter table audit_events add check (actor_kind in ('user', 'key', 'operator', 'system'));
create index audit_events_newest on audit_events (audit_event_id desc);

alter table acquirer_settings
  add check (settings_id = 1),
  add check (cut_over_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add check (warn_percent between 1 and 100),
  add check (due_soon_days between 0 and 365);

alter table four_eyes_thresholds
  add check ("window" in ('per_transaction', 'daily', 'weekly', 'monthly', 'rolling')),
  add check (max_amount_minor between 0 and 9007199254740991);

alter table response_codes
  add check (category in ('card', 'limit', 'merchant', 'terminal', 'txn', 'network', 'system', 'security', 'ok')),
  add check (predictable in ('yes', 'partly', 'no'));

-- Every audit event takes the next link of its merchant's chain, inside the writer's transaction.
create function link_audit_event() returns trigger language plpgsql security definer set search_path = public as $$
declare
  link audit_chains;
begin
  insert into audit_chains (merchant_id, sequence, hash) values (new.merchant_id, 0, '\x') on conflict do nothing;
  select * into link from audit_chains where merchant_id = new.merchant_id for update;
  new.sequence := link.sequence + 1;
  new.previous_hash := link.hash;
  new.hash := sha256(link.hash || convert_to(jsonb_build_array(
    new.merchant_id, new.sequence, new.audit_event_id,
    to_char(new.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    new.actor_kind, new.actor_id, new.actor_name, new.action, new.subject_kind, new.subject_id,
    new.before, new.after, new.request_id)::text, 'UTF8'));
  update audit_chains set sequence = new.sequence, hash = new.hash where merchant_id = new.merchant_id;
  return new;
end $$;
create trigger audit_events_link before insert on audit_events for each row execute function link_audit_event();
