import type { ClientBase } from "pg";
import { EVERYTHING } from "@/prisma/seed/builders";
import { SUNRISE } from "@/prisma/seed/demo-people";
import { chance, idAt, insertRows } from "@/prisma/seed/rows";

const HOUR_MS = 3_600_000;
const iso = (at: number) => new Date(at).toISOString();

type LimitRow = {
  merchant_id: string;
  limit_id: string;
  natural_key: string;
  terminal_id: string;
  window: string;
  max_amount_minor: string;
};

type Person = { userId: string; name: string };
type Cast = { owner: Person; reviewer: Person; approver: Person };

type Story = {
  limit: LimitRow;
  to: number;
  hoursAgo: number;
  dueInHours: number;
  state: "submitted" | "in_review" | "info_requested" | "rejected" | "withdrawn";
  required: number;
  why: string;
  firstApproval?: boolean;
  question?: string;
  reason?: string;
};

const WHYS = [
  "批发客户常用一张卡付清整单，现有限额每天都要拒绝几笔。",
  "Spring festival orders are larger; regulars pay the whole order by one card.",
  "Moved to a bigger store in March; sales doubled, see the attached lease.",
  "旺季客流增加，近两周多次因限额交易失败，恳请提高。",
];

/** Why somebody asks, the same for the same request each time. */
const whyOf = (n: number) => WHYS[n % WHYS.length] ?? WHYS[0]!;

function requestRow(story: Story, id: string, cast: Cast, now: number) {
  const { limit, state } = story;
  const submitted = now - story.hoursAgo * HOUR_MS;
  const isOurs = limit.merchant_id === SUNRISE;
  // A first approval ends the claim, so that the request shows up for the second.
  const isClaimed = state !== "submitted" && state !== "withdrawn" && !story.firstApproval;
  return {
    ...{ merchant_id: limit.merchant_id, limit_request_id: id, state, limit_id: limit.limit_id },
    ...{ is_new: false, natural_key: limit.natural_key, scope: "terminal" },
    ...{ terminal_id: limit.terminal_id, window: limit.window, currency: "CNY" },
    ...{ filters: EVERYTHING, current_max_amount: Number(limit.max_amount_minor) },
    ...{ requested_max_amount: story.to, asked_fields: ["max_amount"], is_approved: false },
    ...{ is_tightening: false, justification: story.why, required_approvals: story.required },
    approvals: story.firstApproval ? 1 : 0,
    ...{ maker_side: "merchant", maker_kind: isOurs ? "user" : "key" },
    maker_id: isOurs ? cast.owner.userId : idAt("key", submitted),
    maker_name: isOurs ? cast.owner.name : "Shop system",
    maker_user_ids: isOurs ? [cast.owner.userId] : [],
    claimed_by_user_id: isClaimed ? cast.reviewer.userId : null,
    claimed_by_name: isClaimed ? cast.reviewer.name : null,
    claimed_at: isClaimed ? iso(submitted + HOUR_MS / 2) : null,
    question: story.question ?? null,
    question_asked_at: story.question ? iso(submitted + HOUR_MS) : null,
    ...{ due_at: iso(now + story.dueInHours * HOUR_MS), submitted_at: iso(submitted) },
    resolved_at: state === "rejected" || state === "withdrawn" ? iso(submitted + HOUR_MS) : null,
    ...{ version: 1, created_at: iso(submitted), updated_at: iso(submitted) },
  };
}

function eventRows(story: Story, id: string, cast: Cast, now: number) {
  const submitted = now - story.hoursAgo * HOUR_MS;
  const keys = { merchant_id: story.limit.merchant_id, limit_request_id: id };
  const maker = { actor_name: cast.owner.name, actor_side: "merchant" };
  const reviewer = { actor_name: cast.reviewer.name, actor_side: "acquirer" };
  const events: object[] = [{ kind: "submitted", ...maker, note: null }];
  if (story.state === "withdrawn") events.push({ kind: "withdrawn", ...maker, note: null });
  else if (story.state !== "submitted") events.push({ kind: "claimed", ...reviewer, note: null });
  if (story.question) events.push({ kind: "question_asked", ...reviewer, note: story.question });
  if (story.firstApproval) events.push({ kind: "first_approval", ...reviewer, note: null });
  if (story.reason) events.push({ kind: "rejected", ...reviewer, note: null });
  return events.map((event, n) => ({
    ...{ ...keys, sequence: n + 1, ...event },
    occurred_at: iso(submitted + (n * HOUR_MS) / 2),
  }));
}

function decisionRows(story: Story, id: string, cast: Cast, now: number) {
  if (!story.firstApproval && !story.reason) return [];
  return [
    {
      ...{ merchant_id: story.limit.merchant_id, limit_request_id: id, sequence: 1 },
      decision: story.reason ? "reject" : "approve",
      max_amount_minor: story.reason ? null : story.to,
      reason: story.reason ?? "Turnover and history support it.",
      note: null,
      ...{ decided_by_user_id: cast.reviewer.userId, decided_by_name: cast.reviewer.name },
      decided_at: iso(now - (story.hoursAgo - 1) * HOUR_MS),
    },
  ];
}

function auditRow(story: Story, id: string, now: number) {
  const submitted = now - story.hoursAgo * HOUR_MS;
  return {
    ...{
      merchant_id: story.limit.merchant_id,
      audit_event_id: idAt("aud", submitted),
      sequence: 0,
    },
    ...{ occurred_at: iso(submitted), actor_kind: "key", actor_name: "Shop system" },
    ...{ action: "limit_request.submit", subject_kind: "limit_request", subject_id: id },
    after: { state: "submitted", max_amount: story.to },
    ...{ request_id: idAt("req", submitted), previous_hash: "\\x", hash: "\\x" },
  };
}

function sunriseStories(limits: readonly LimitRow[]): Story[] {
  const of = (terminalId: string, window: string) =>
    limits.find((limit) => limit.terminal_id === terminalId && limit.window === window)!;
  return [
    {
      ...{ limit: of("00018646", "daily"), to: 8_000_000, hoursAgo: 3, dueInHours: 21 },
      ...{ state: "in_review", required: 1, why: "外卖订单增加，每晚九点前就用完额度。" },
    },
    {
      ...{ limit: of("00018648", "per_transaction"), to: 6_000_000, hoursAgo: 26, dueInHours: 8 },
      ...{
        state: "info_requested",
        required: 2,
        why: "Two caterers order cakes above the limit every week.",
      },
      question: "Please name the two caterers and their usual order amounts.",
    },
    {
      ...{ limit: of("00018647", "monthly"), to: 900_000_000, hoursAgo: 400, dueInHours: -370 },
      ...{
        state: "rejected",
        required: 2,
        why: "Year-end stock clearance across all wholesale clients.",
      },
      reason: "use_does_not_support",
    },
  ];
}

function queueStories(limits: readonly LimitRow[]): Story[] {
  return limits.slice(0, 26).map((limit, n): Story => {
    const luck = chance(limit.limit_id.length, limit.terminal_id);
    const state = n % 5 === 1 ? "in_review" : "submitted";
    const to = Math.round(Number(limit.max_amount_minor) * (1.2 + Math.round(luck * 8) / 10));
    const above = limit.window === "daily" ? 30_000_000 : 5_000_000;
    const required = to > above ? 2 : 1;
    return {
      ...{ limit, to, state, required, why: whyOf(n), hoursAgo: 1 + Math.floor(luck * 20) },
      dueInHours: n === 0 ? -2 : 0.7 + n * 0.9,
      firstApproval: state === "in_review" && required === 2,
    };
  });
}

/** Requests in every state people meet: a full queue, and Sunrise's own on its busy terminals. */
export async function seedRequests(client: ClientBase, cast: Cast, now: number): Promise<void> {
  const { rows } = await client.query<LimitRow>(
    `select l.merchant_id, l.limit_id, l.natural_key, l.terminal_id, l."window", v.max_amount_minor
     from limits l join limit_versions v using (merchant_id, limit_id)
     join merchants m using (merchant_id)
     where m.status = 'active' and cardinality(l.funding_sources) = 0
     order by l.merchant_id, l.terminal_id, l."window"`,
  );
  const others = rows.filter(
    ({ merchant_id, window, terminal_id }) =>
      merchant_id > "8982900" && window !== "monthly" && terminal_id.endsWith("00"),
  );
  const stories = [
    ...sunriseStories(rows.filter((row) => row.merchant_id === SUNRISE)),
    ...queueStories(others),
  ];
  const told = stories.map((story) => ({ story, id: idAt("lrq", now - story.hoursAgo * HOUR_MS) }));
  const each = <T>(make: (story: Story, id: string) => T) =>
    told.map(({ story, id }) => make(story, id));
  await insertRows(
    client,
    "limit_requests",
    each((story, id) => requestRow(story, id, cast, now)),
  );
  await insertRows(
    client,
    "limit_request_events",
    each((story, id) => eventRows(story, id, cast, now)).flat(),
  );
  await insertRows(
    client,
    "limit_decisions",
    each((story, id) => decisionRows(story, id, cast, now)).flat(),
  );
  await insertRows(
    client,
    "audit_events",
    each((story, id) => auditRow(story, id, now)),
  );
}
