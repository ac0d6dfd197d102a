import type { ClientBase } from "pg";
import { EVERYTHING } from "@/prisma/seed/builders";
import { SUNRISE } from "@/prisma/seed/demo-people";
import { type Cast, demoStories, SYSTEM } from "@/prisma/seed/demo-stories";
import { idAt, insertRows, iso, isoOrNull, type Row } from "@/prisma/seed/rows";
import type { Act, Story, StoryLimit } from "@/prisma/seed/story";

/** A story with the id its request has. */
export type ToldStory = Story & { requestId: string };

const RESOLVED = new Set(["rejected", "withdrawn", "applied", "scheduled", "reverted"]);

const lastOf = (story: Story, ...kinds: Act["kind"][]) =>
  story.acts.filter(({ kind }) => kinds.includes(kind)).at(-1);

function approvedPart(story: Story): Row {
  const final = lastOf(story, "approved");
  const { effect } = story;
  return {
    is_approved: final !== undefined,
    approved_max_amount: final?.kind === "approved" ? final.maxAmountMinor : null,
    approved_starts_at: isoOrNull(effect?.startsAt ?? null),
    approved_ends_at: isoOrNull(effect?.endsAt ?? null),
    approvals: story.acts.filter(({ kind }) => kind === "first_approval" || kind === "approved")
      .length,
  };
}

function claimPart(story: Story): Row {
  // A first approval ends the claim, so that the request shows up for the second.
  const claim = lastOf(story, "claimed", "first_approval");
  const question = lastOf(story, "question_asked");
  const holder = claim?.kind === "claimed" && !RESOLVED.has(story.state) ? claim : null;
  return {
    claimed_by_user_id: holder?.by.id ?? null,
    claimed_by_name: holder?.by.name ?? null,
    claimed_at: isoOrNull(holder?.at ?? null),
    question: question?.kind === "question_asked" ? question.note : null,
    question_asked_at: isoOrNull(question?.at ?? null),
  };
}

function requestRow(story: ToldStory): Row {
  const { limit, maker, submittedAt, state } = story;
  const last = story.acts.at(-1)?.at ?? submittedAt;
  const resolved = lastOf(story, "approved", "rejected", "withdrawn", "tightened");
  return {
    ...{ merchant_id: limit.merchantId, limit_request_id: story.requestId, state },
    ...{ limit_id: limit.limitId, is_new: false, natural_key: limit.naturalKey },
    ...{ scope: "terminal", terminal_id: limit.terminalId, window: limit.window },
    ...{ currency: "CNY", filters: EVERYTHING, asked_fields: ["max_amount"] },
    ...{ current_max_amount: story.from, requested_max_amount: story.to },
    ...{ is_tightening: story.to < story.from, justification: story.why },
    ...{ starts_at: isoOrNull(story.startsAt), ends_at: isoOrNull(story.endsAt) },
    ...{ required_approvals: story.required, maker_side: maker.side, maker_kind: maker.kind },
    ...{ maker_id: maker.id, maker_name: maker.name },
    maker_user_ids: maker.kind === "user" ? [maker.id] : [],
    ...{ due_at: iso(story.dueAt), submitted_at: iso(submittedAt), version: story.acts.length + 1 },
    ...{ resolved_at: isoOrNull(resolved?.at ?? null), created_at: iso(submittedAt) },
    ...{ updated_at: iso(last), ...approvedPart(story), ...claimPart(story) },
  };
}

const noteOf = (act: Act): string | null => {
  if (act.kind === "rejected") return act.reason;
  return "note" in act ? act.note : null;
};

function eventRows(story: ToldStory): Row[] {
  const keys = { merchant_id: story.limit.merchantId, limit_request_id: story.requestId };
  const { maker, why, submittedAt } = story;
  const row = (sequence: number, kind: string, by: Act["by"], at: number, note: string | null) => ({
    ...{ ...keys, sequence, kind, actor_name: by.name, note, occurred_at: iso(at) },
    actor_side: by === SYSTEM ? "system" : by.side,
  });
  const isTightening = story.acts[0]?.kind === "tightened";
  const acts = isTightening ? story.acts.slice(1) : story.acts;
  const first = row(1, isTightening ? "tightened" : "submitted", maker, submittedAt, why);
  return [first, ...acts.map((act, n) => row(n + 2, act.kind, act.by, act.at, noteOf(act)))];
}

function decisionRows(story: ToldStory): Row[] {
  const decided = story.acts.flatMap((act) =>
    act.kind === "first_approval" || act.kind === "approved" || act.kind === "rejected" ? act : [],
  );
  return decided.map((act, n) => ({
    ...{ merchant_id: story.limit.merchantId, limit_request_id: story.requestId, sequence: n + 1 },
    decision: act.kind === "rejected" ? "reject" : "approve",
    max_amount_minor: act.kind === "rejected" ? null : act.maxAmountMinor,
    starts_at: act.kind === "rejected" ? null : isoOrNull(story.startsAt),
    ends_at: act.kind === "rejected" ? null : isoOrNull(story.endsAt),
    ...{ reason: act.reason, note: act.note, decided_by_user_id: act.by.id },
    ...{ decided_by_name: act.by.name, decided_at: iso(act.at) },
  }));
}

/** What granted requests made of their limits: the first version as it was, and what came after. */
async function seedVersions(client: ClientBase, stories: readonly ToldStory[]): Promise<void> {
  for (const { limit, effect, to, requestId, acts } of stories) {
    if (!effect) continue;
    const { merchantId, limitId } = limit;
    const final = acts.find(({ kind }) => kind === "approved");
    await client.query(
      "update limit_versions set max_amount_minor = $3 where merchant_id = $1 and limit_id = $2 and version = 1",
      [merchantId, limitId, effect.was],
    );
    await client.query(
      "update limits set version = greatest(version, $3) where merchant_id = $1 and limit_id = $2",
      [merchantId, limitId, effect.version],
    );
    const version = {
      ...{ merchant_id: merchantId, limit_id: limitId, version: effect.version, kind: effect.kind },
      max_amount_minor: final?.kind === "approved" ? final.maxAmountMinor : to,
      ...{ warn_percent: 80, starts_at: iso(effect.startsAt), ends_at: isoOrNull(effect.endsAt) },
      ...{ status: "active", origin: "request", request_id: requestId },
      created_at: iso(final?.at ?? effect.startsAt),
    };
    await insertRows(client, "limit_versions", [version]);
  }
}

async function readLimits(client: ClientBase): Promise<StoryLimit[]> {
  const { rows } = await client.query<StoryLimit & { maxAmountMinor: string }>(
    `select l.merchant_id as "merchantId", l.limit_id as "limitId", l.natural_key as "naturalKey",
       l.terminal_id as "terminalId", l."window", v.max_amount_minor as "maxAmountMinor"
     from limits l join limit_versions v using (merchant_id, limit_id)
     join merchants m using (merchant_id)
     where m.status = 'active' and l.funding_sources = '{}' and v.version = 1
     order by l.merchant_id, l.terminal_id, l."window"`,
  );
  return rows.map((row) => ({ ...row, maxAmountMinor: Number(row.maxAmountMinor) }));
}

/** Requests in every state people meet: a full queue, and Sunrise's own on its busy terminals. */
export async function seedRequests(
  client: ClientBase,
  cast: Cast,
  now: number,
): Promise<ToldStory[]> {
  const limits = await readLimits(client);
  const sunrise = limits.filter(({ merchantId }) => merchantId === SUNRISE);
  // One limit a merchant, by turns of a day and of a single charge.
  const others = limits
    .filter(({ merchantId, window, terminalId }) => {
      return merchantId > "8982900" && window !== "monthly" && terminalId.endsWith("00");
    })
    .filter((_limit, n) => n % 4 === 0 || n % 4 === 3);
  const stories = demoStories({ sunrise, others }, cast, now)
    .map((story) => ({ ...story, requestId: idAt("lrq", story.submittedAt) }))
    .sort((one, other) => one.submittedAt - other.submittedAt);
  await insertRows(client, "limit_requests", stories.map(requestRow));
  await insertRows(client, "limit_request_events", stories.flatMap(eventRows));
  await insertRows(client, "limit_decisions", stories.flatMap(decisionRows));
  await seedVersions(client, stories);
  return stories;
}
