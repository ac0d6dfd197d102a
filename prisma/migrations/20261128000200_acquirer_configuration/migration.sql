-- What the acquirer's people change of their own rules, where two of them must agree; and what a new
-- merchant's limits begin with.
CREATE TABLE "settings_changes" (
    "change_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "proposed_by_user_id" TEXT NOT NULL,
    "proposed_by_name" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_user_id" TEXT,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "settings_changes_pkey" PRIMARY KEY ("change_id")
);

CREATE TABLE "limit_templates" (
    "tier" TEXT NOT NULL,
    "mcc" TEXT NOT NULL DEFAULT '',
    "channel" TEXT NOT NULL,
    "window" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "max_amount_minor" BIGINT NOT NULL,

    CONSTRAINT "limit_templates_pkey" PRIMARY KEY ("tier","mcc","channel","window","currency")
);

alter table settings_changes
  add check (kind in ('business_day', 'response_code_profile', 'four_eyes_threshold', 'reason_code_map',
    'limit_template', 'roles')),
  add check (state in ('proposed', 'confirmed', 'declined', 'withdrawn', 'expired')),
  add check ((state = 'proposed') = (decided_at is null)),
  add check (state in ('proposed', 'expired') or decided_by_user_id is not null),
  -- Maker is never checker, whatever the program says.
  add check (state not in ('confirmed', 'declined') or decided_by_user_id <> proposed_by_user_id);
create unique index settings_changes_one_open on settings_changes (kind, key) where state = 'proposed';
create index settings_changes_newest on settings_changes (proposed_at desc);

alter table limit_templates
  add check (tier in ('micro', 'individual', 'enterprise')),
  add check (mcc ~ '^([0-9]{4})?$'),
  add check (channel in ('card', 'scan', 'scan_credit')),
  add check ("window" in ('per_transaction', 'daily', 'weekly', 'monthly')),
  add check (max_amount_minor between 0 and 9007199254740991);

do $$
declare
  own text;
begin
  foreach own in array array['settings_changes', 'limit_templates'] loop
    execute format('alter table %I enable row level security', own);
    execute format('create policy acquirer on %I using (current_setting(''app.acquirer'', true) = ''on'')', own);
  end loop;
end $$;
grant select, insert, update on settings_changes to headroom_app;
grant select, insert, update, delete on limit_templates to headroom_app;
grant delete on reason_code_map to headroom_app;

-- Values published by acquirers' agents: something to start from, for the acquirer to edit.
insert into limit_templates (tier, channel, "window", currency, max_amount_minor) values
  ('micro', 'card', 'per_transaction', 'CNY', 500000),
  ('micro', 'card', 'daily', 'CNY', 3000000),
  ('micro', 'card', 'monthly', 'CNY', 90000000),
  ('micro', 'scan', 'per_transaction', 'CNY', 500000),
  ('micro', 'scan', 'daily', 'CNY', 5000000),
  ('micro', 'scan', 'monthly', 'CNY', 20000000),
  ('micro', 'scan_credit', 'daily', 'CNY', 100000),
  ('micro', 'scan_credit', 'monthly', 'CNY', 1000000),
  ('individual', 'card', 'per_transaction', 'CNY', 5000000),
  ('individual', 'card', 'daily', 'CNY', 30000000),
  ('individual', 'card', 'monthly', 'CNY', 100000000),
  ('individual', 'scan', 'per_transaction', 'CNY', 1000000),
  ('individual', 'scan', 'daily', 'CNY', 10000000),
  ('enterprise', 'card', 'per_transaction', 'CNY', 10000000),
  ('enterprise', 'card', 'daily', 'CNY', 60000000),
  ('enterprise', 'scan', 'per_transaction', 'CNY', 2000000),
  ('enterprise', 'scan', 'daily', 'CNY', 20000000);
