-- What the acquirer's desk asks across all merchants is few among many, and lies in indexes of its own.
create index transactions_refused on transactions (occurred_at) where kind = 'sale' and not approved;
create index merchants_suspended on merchants (status_since) where status = 'suspended';

-- When a requirement must be met: a satisfied one when its document expires, else when due.
create function requirement_deadline(p_status text, p_due_at timestamptz, p_expires_at timestamptz)
returns timestamptz language sql immutable parallel safe as $$
  select case when p_status = 'satisfied' then p_expires_at else coalesce(p_due_at, p_expires_at) end;
$$;
create index requirements_stopping on requirements
  (requirement_deadline(status, due_at, document_expires_at))
  where status not in ('past_due', 'pending_verification') and 'payment_acceptance' = any (affects);
create index requirements_stopped on requirements (merchant_id)
  where status = 'past_due' and 'payment_acceptance' = any (affects);
