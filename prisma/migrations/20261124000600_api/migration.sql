-- What the API asks of the database beside the checks: keys, answers given once, the log of checks.

-- Whose a key is, by its hash, in one round trip; a revoked key is nobody's.
create function find_api_key(p_hash bytea, p_at timestamptz) returns jsonb language plpgsql as $$
declare
  owner api_key_directory;
  key api_keys;
begin
  select * into owner from api_key_directory d where d.key_hash = p_hash;
  if not found then
    return null;
  end if;
  perform enter_merchant(owner.merchant_id);
  select * into key from api_keys k
  where k.merchant_id = owner.merchant_id and k.key_id = owner.key_id and k.revoked_at is null;
  if not found then
    return null;
  end if;
  if key.last_used_at is null or key.last_used_at < p_at - interval '1 minute' then
    update api_keys set last_used_at = p_at
    where (merchant_id, key_id) in (
      select k.merchant_id, k.key_id from api_keys k
      where k.merchant_id = key.merchant_id and k.key_id = key.key_id for update skip locked);
  end if;
  return jsonb_build_object(
    'merchantId', key.merchant_id, 'keyId', key.key_id, 'name', key.name, 'mode', key.mode,
    'scopes', to_jsonb(key.scopes), 'ratePerSecond', key.rate_per_second,
    'createdByUserId', key.created_by_user_id);
end $$;

-- Begins a request that carries an Idempotency-Key, inside its merchant's transaction: the answer stored
-- in the last 72 hours, or "in_flight" while another transaction runs it, or "free" and held until the
-- end of this one. A stored answer is looked for again once held: it may just have been written.
create function begin_once(p_merchant text, p_owner text, p_method text, p_path text, p_key text, p_at timestamptz)
returns jsonb language plpgsql as $$
declare
  stored idempotency_keys;
  is_held boolean := false;
begin
  loop
    select * into stored from idempotency_keys k
    where k.merchant_id = p_merchant and k.owner = p_owner and k.method = p_method and k.path = p_path
      and k.key = p_key and k.created_at > p_at - interval '72 hours';
    if found then
      return jsonb_build_object(
        'state', 'stored', 'requestHash', stored.request_hash, 'answer', stored.answer);
    elsif is_held then
      return '{"state": "free"}';
    end if;
    is_held := pg_try_advisory_xact_lock(
      hashtextextended(concat_ws(chr(31), p_merchant, p_owner, p_method, p_path, p_key), 0));
    if not is_held then
      return '{"state": "in_flight"}';
    end if;
  end loop;
end $$;

-- Stores the answer of a request that ran once.
create function end_once(p_merchant text, p_owner text, p_method text, p_path text, p_key text,
  p_at timestamptz, p_request_hash text, p_status integer, p_answer jsonb)
returns void language sql as $$
  insert into idempotency_keys (merchant_id, owner, method, path, key, created_at, request_hash, status, answer)
  values (p_merchant, p_owner, p_method, p_path, p_key, p_at, p_request_hash, p_status, p_answer)
  on conflict (merchant_id, owner, method, path, key) do update set
    created_at = excluded.created_at, request_hash = excluded.request_hash,
    status = excluded.status, answer = excluded.answer;
$$;

-- Snapshots of several terminals at several moments, in their order, in one round trip.
create function check_snapshots(p_merchant text, p_terminals text[], p_ats timestamptz[], p_nows timestamptz[])
returns json language plpgsql as $$
begin
  return (
  select json_agg(check_snapshot(p_merchant, asked.terminal, asked.at, asked.now) order by asked.place)
  from unnest(p_terminals, p_ats, p_nows) with ordinality as asked (terminal, at, now, place));
end $$;

-- Writes checks behind their answers; one that is already there stays as it was.
create function record_checks(p_merchant text, p_checks json) returns void language plpgsql as $$
begin
  perform enter_merchant(p_merchant);
  insert into checks (merchant_id, check_id, terminal_id, amount_minor, currency, decision, answer,
    source, actor_id, evaluated_at)
  select p_merchant, c."checkId", c."terminalId", c."amountMinor", c.currency, c.decision, c.answer,
    c.source, c."actorId", to_timestamp(c."evaluatedAt" / 1000.0)
  from json_to_recordset(p_checks) as c ("checkId" text, "terminalId" text, "amountMinor" bigint,
    currency text, decision text, answer json, source text, "actorId" text, "evaluatedAt" bigint)
  on conflict do nothing;
end $$;

-- The server tells whether the database is as new as itself.
do $$ begin
  if to_regclass('_prisma_migrations') is not null then
    grant select on _prisma_migrations to headroom_app;
  end if;
end $$;
