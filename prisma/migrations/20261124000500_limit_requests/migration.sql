-- Limits with all their versions, and requests as lib/domain knows them.

-- The version that binds at a moment: the newest temporary one, else the base that started last,
-- unless that has ended (lib/domain/limits/version-in-force.ts).
create function version_in_force(p_merchant text, p_limit_id text, p_at timestamptz)
returns setof limit_versions language sql stable as $$
  select last.* from (
    select v.* from limit_versions v
    where v.merchant_id = p_merchant and v.limit_id = p_limit_id and v.status = 'active'
      and coalesce(v.starts_at, '-infinity') <= p_at and (v.kind = 'base' or v.ends_at > p_at)
    order by v.kind desc,
      case v.kind when 'base' then coalesce(v.starts_at, '-infinity') end desc nulls last,
      v.version desc
    limit 1) last
  where coalesce(last.ends_at, 'infinity') > p_at
$$;

create function limit_values(p_max_amount bigint, p_max_count bigint, p_min_amount bigint)
returns jsonb language sql immutable as $$
  select jsonb_build_object(
    'maxAmountMinor', p_max_amount, 'maxCount', p_max_count, 'minAmountMinor', p_min_amount)
$$;

-- A limit with every version it ever had.
create function limit_history(p_limit limits) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'limitId', p_limit.limit_id, 'naturalKey', p_limit.natural_key, 'scope', p_limit.scope,
    'store', p_limit.store, 'terminalId', p_limit.terminal_id, 'window', p_limit."window",
    'windowSeconds', p_limit.window_seconds, 'currency', p_limit.currency, 'version', p_limit.version,
    'filters', jsonb_build_object(
      'entryModes', to_jsonb(p_limit.entry_modes), 'fundingSources', to_jsonb(p_limit.funding_sources),
      'cardOrigins', to_jsonb(p_limit.card_origins), 'timeFrom', p_limit.time_from,
      'timeTo', p_limit.time_to, 'daysOfWeek', to_jsonb(p_limit.days_of_week)),
    'versions', coalesce((
      select jsonb_agg(limit_values(v.max_amount_minor, v.max_count, v.min_amount_minor) ||
        jsonb_build_object('version', v.version, 'kind', v.kind, 'warnPercent', v.warn_percent,
          'startsAt', epoch_ms(v.starts_at), 'endsAt', epoch_ms(v.ends_at), 'status', v.status,
          'requestId', v.request_id) order by v.version)
      from limit_versions v
      where v.merchant_id = p_limit.merchant_id and v.limit_id = p_limit.limit_id), '[]'))
$$;

create function limit_decisions_of(p_request limit_requests) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'sequence', d.sequence, 'decision', d.decision, 'userId', d.decided_by_user_id,
    'name', d.decided_by_name, 'decidedAt', epoch_ms(d.decided_at), 'reason', d.reason, 'note', d.note,
    'grant', case d.decision when 'approve' then jsonb_build_object(
      'values', limit_values(d.max_amount_minor, d.max_count, d.min_amount_minor),
      'startsAt', epoch_ms(d.starts_at), 'endsAt', epoch_ms(d.ends_at)) end) order by d.sequence), '[]')
  from limit_decisions d
  where d.merchant_id = p_request.merchant_id and d.limit_request_id = p_request.limit_request_id
$$;

-- What the limit allows while the request is open, up to the start of what was granted; then as it was.
create function limit_request_current(p_request limit_requests, p_at timestamptz)
returns jsonb language sql stable as $$
  select case when p_request.state in
      ('submitted', 'in_review', 'info_requested', 'approved', 'partially_approved', 'scheduled')
    then coalesce(
      (select limit_values(v.max_amount_minor, v.max_count, v.min_amount_minor)
       from version_in_force(p_request.merchant_id, p_request.limit_id,
         least(p_at, p_request.approved_starts_at - interval '1 ms')) v),
      limit_values(null, null, null))
    else limit_values(p_request.current_max_amount, p_request.current_max_count,
      p_request.current_min_amount) end
$$;

create function limit_request_state(p_request limit_requests, p_at timestamptz)
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
    'requiredApprovals', p_request.required_approvals, 'approvals', p_request.approvals)
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
