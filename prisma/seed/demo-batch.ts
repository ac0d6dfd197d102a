import type { ClientBase } from "pg";
import { EVERYTHING } from "@/prisma/seed/builders";
import { idAt, insertRows, iso, type Row } from "@/prisma/seed/rows";
import type { Person } from "@/prisma/seed/story";

const HOUR_MS = 3_600_000;
const LIMITS = 12;
const WHY =
  "Spring Festival: shops of this street expect twice their usual sales. 春节旺季，整条街预计销量翻倍。";

type Target = {
  merchantId: string;
  limitId: string;
  naturalKey: string;
  terminalId: string;
  max: string;
};

async function readTargets(client: ClientBase): Promise<Target[]> {
  const { rows } = await client.query<Target>(
    `select l.merchant_id as "merchantId", l.limit_id as "limitId", l.natural_key as "naturalKey",
       l.terminal_id as "terminalId", v.max_amount_minor as max
     from limits l join limit_versions v using (merchant_id, limit_id)
     join merchants m using (merchant_id)
     where m.status = 'active' and l."window" = 'daily' and l.funding_sources = '{}' and v.version = 1
       and l.merchant_id > '8982900' and l.version = 1 and not exists (
         select from limit_requests r where r.merchant_id = l.merchant_id)
     order by l.merchant_id desc, l.terminal_id limit $1`,
    [LIMITS],
  );
  return rows;
}

/** An import by an admin that waits for its first approval. */
export async function seedBatch(client: ClientBase, admin: Person, now: number): Promise<void> {
  const targets = await readTargets(client);
  const [first] = targets;
  if (!first) return;
  const submittedAt = now - 2 * HOUR_MS;
  const dueAt = submittedAt + 24 * HOUR_MS;
  const limitBatchId = idAt("lbt", submittedAt);
  const times = { due_at: iso(dueAt), submitted_at: iso(submittedAt) };
  const batch: Row = {
    ...{ merchant_id: "acquirer", limit_batch_id: limitBatchId, state: "submitted" },
    ...{ justification: WHY, limits_count: targets.length, raise_currency: "CNY" },
    merchants_count: new Set(targets.map(({ merchantId }) => merchantId)).size,
    ...{ raise_from_minor: Number(first.max), raise_to_minor: Number(first.max) * 2 },
    ...{ required_approvals: 2, approvals: 0, maker_user_id: admin.id, maker_name: admin.name },
    ...{ ...times, version: 1 },
  };
  await insertRows(client, "limit_batches", [batch]);
  const requests = targets.map((target): Row => ({
    ...{ merchant_id: target.merchantId, limit_request_id: idAt("lrq", submittedAt) },
    ...{ state: "submitted", limit_id: target.limitId, is_new: false },
    ...{ natural_key: target.naturalKey, scope: "terminal", terminal_id: target.terminalId },
    ...{ window: "daily", currency: "CNY", filters: EVERYTHING, asked_fields: ["max_amount"] },
    ...{ current_max_amount: Number(target.max), requested_max_amount: Number(target.max) * 2 },
    ...{ is_tightening: false, is_approved: false, approvals: 0, justification: WHY },
    ...{ required_approvals: 2, maker_side: "acquirer", maker_kind: "user", maker_id: admin.id },
    ...{ maker_name: admin.name, maker_user_ids: [admin.id], ...times, version: 1 },
    ...{ created_at: iso(submittedAt), updated_at: iso(submittedAt) },
    limit_batch_id: limitBatchId,
  }));
  await insertRows(client, "limit_requests", requests);
  const events = requests.map((request): Row => ({
    ...{ merchant_id: request.merchant_id, limit_request_id: request.limit_request_id },
    ...{ sequence: 1, kind: "submitted", actor_name: admin.name, actor_side: "acquirer" },
    ...{ note: WHY, occurred_at: iso(submittedAt) },
  }));
  await insertRows(client, "limit_request_events", events);
}
