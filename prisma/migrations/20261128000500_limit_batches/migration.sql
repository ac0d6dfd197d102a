-- Limit requests that were entered together and are decided as a whole. The requests stay with their
-- merchants; the batch is the acquirer's own.
create table limit_batches (
  merchant_id text not null default 'acquirer' check (merchant_id = 'acquirer'),
  limit_batch_id text not null,
  state text not null check (state in ('submitted', 'in_review', 'approved', 'rejected', 'withdrawn')),
  justification text not null check (length(justification) between 10 and 2000),
  limits_count integer not null check (limits_count > 0),
  merchants_count integer not null check (merchants_count > 0),
  raise_currency text not null,
  raise_from_minor bigint,
  raise_to_minor bigint,
  required_approvals integer not null check (required_approvals in (1, 2)),
  approvals integer not null default 0 check (approvals >= 0),
  maker_user_id text not null,
  maker_name text not null,
  due_at timestamptz(3) not null,
  ends_at timestamptz(3),
  submitted_at timestamptz(3) not null,
  resolved_at timestamptz(3),
  version integer not null default 1,
  constraint limit_batches_pkey primary key (merchant_id, limit_batch_id)
);
create index limit_batches_queue on limit_batches (merchant_id, due_at, limit_batch_id)
  where state in ('submitted', 'in_review');

create table limit_batch_decisions (
  merchant_id text not null default 'acquirer',
  limit_batch_id text not null,
  sequence integer not null check (sequence between 1 and 9),
  decision text not null check (decision in ('approve', 'reject')),
  reason text,
  note text,
  decided_by_user_id text not null,
  decided_by_name text not null,
  decided_at timestamptz(3) not null,
  constraint limit_batch_decisions_pkey primary key (merchant_id, limit_batch_id, sequence),
  constraint limit_batch_decisions_batch_fkey foreign key (merchant_id, limit_batch_id)
    references limit_batches (merchant_id, limit_batch_id)
);
create unique index limit_batch_decisions_one_per_person
  on limit_batch_decisions (merchant_id, limit_batch_id, decided_by_user_id);

do $$
declare
  own text;
begin
  foreach own in array array['limit_batches', 'limit_batch_decisions'] loop
    execute format('alter table %I enable row level security', own);
    execute format('create policy acquirer on %I using (current_setting(''app.acquirer'', true) = ''on'')', own);
  end loop;
end $$;
grant select, insert, update on limit_batches to headroom_app;
grant select, insert on limit_batch_decisions to headroom_app;

-- Whose batch a request belongs to, and whether the batch still waits: then it is not decided alone.
alter table limit_requests add column limit_batch_id text;
create index limit_requests_of_batch on limit_requests (limit_batch_id, merchant_id, limit_request_id)
  where limit_batch_id is not null;

create or replace function limit_request_state(p_request limit_requests, p_at timestamptz)
returns jsonb language sql stable as $$
  select jsonb_build_object(
    'merchantId', p_request.merchant_id, 'limitRequestId', p_request.limit_request_id,
    'state', p_request.state, 'limitId', p_request.limit_id, 'isNew', p_request.is_new,
    'naturalKey', p_request.natural_key, 'scope', p_request.scope, 'store', p_request.store,
    'terminalId', p_request.terminal_id, 'window', p_request."window",
    'windowSeconds', p_request.window_seconds, 'currency', p_request.currency,
    'filters', p_request.filters, 'asked', to_jsonb(p_request.asked_fields))
  || jsonb_build_object(
    'current', limit_request_current(p_request, p_at),
    'requested', limit_values(p_request.requested_max_amount, p_request.requested_max_count,
      p_request.requested_min_amount),
    'approved', case when p_request.is_approved then limit_values(p_request.approved_max_amount,
      p_request.approved_max_count, p_request.approved_min_amount) end,
    'approvedStartsAt', epoch_ms(p_request.approved_starts_at),
    'approvedEndsAt', epoch_ms(p_request.approved_ends_at),
    'startsAt', epoch_ms(p_request.starts_at), 'endsAt', epoch_ms(p_request.ends_at),
    'isTightening', p_request.is_tightening, 'justification', p_request.justification,
    'requiredApprovals', p_request.required_approvals, 'approvals', p_request.approvals,
    'limitBatchId', p_request.limit_batch_id)
  || jsonb_build_object(
    'maker', jsonb_build_object('side', p_request.maker_side, 'kind', p_request.maker_kind,
      'id', p_request.maker_id, 'name', p_request.maker_name, 'userIds', to_jsonb(p_request.maker_user_ids)),
    'claimedBy', case when p_request.claimed_by_user_id is not null then jsonb_build_object(
      'userId', p_request.claimed_by_user_id, 'name', p_request.claimed_by_name) end,
    'question', p_request.question, 'questionAskedAt', epoch_ms(p_request.question_asked_at),
    'answer', p_request.answer, 'dueAt', epoch_ms(p_request.due_at),
    'submittedAt', epoch_ms(p_request.submitted_at), 'resolvedAt', epoch_ms(p_request.resolved_at),
    'createdAt', epoch_ms(p_request.created_at), 'version', p_request.version,
    'decisions', limit_decisions_of(p_request))
$$;
