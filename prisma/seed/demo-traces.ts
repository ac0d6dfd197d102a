import type { ClientBase } from "pg";
import type { AuditAction } from "@/lib/domain/audit";
import { ACQUIRER } from "@/lib/domain/ids";
import type { SeedMerchant } from "@/prisma/seed/builders";
import { DEMO_PEOPLE, SUNRISE } from "@/prisma/seed/demo-people";
import type { ToldStory } from "@/prisma/seed/demo-requests";
import { SYSTEM } from "@/prisma/seed/demo-stories";
import { idAt, insertRows, iso, isoOrNull, type Row } from "@/prisma/seed/rows";
import { type Act, DAY_MS, HOUR_MS, type Person } from "@/prisma/seed/story";

export type AuditFact = {
  merchantId: string;
  at: number;
  by: { kind: "user" | "key" | "operator" | "system"; id: string | null; name: string };
  action: AuditAction;
  subject: readonly [kind: string, id: string];
  before: object | null;
  after: object;
};

const OPERATOR = { kind: "operator", id: null, name: "operator" } as const;

const actor = (person: Person): AuditFact["by"] =>
  person === SYSTEM ? { kind: "system", id: null, name: "system" } : person;

const ACTIONS: Readonly<Record<Act["kind"], AuditAction | null>> = {
  claimed: "limit_request.claim",
  question_asked: "limit_request.ask",
  question_answered: "limit_request.answer",
  first_approval: "limit_request.approve",
  approved: "limit_request.approve",
  rejected: "limit_request.reject",
  withdrawn: "limit_request.withdraw",
  applied: "limit_request.apply",
  reverted: "limit_request.revert",
  tightened: null,
};

const STATES: Readonly<Record<Act["kind"], string>> = {
  claimed: "in_review",
  question_asked: "info_requested",
  question_answered: "in_review",
  first_approval: "in_review",
  approved: "approved",
  rejected: "rejected",
  withdrawn: "withdrawn",
  applied: "applied",
  reverted: "reverted",
  tightened: "applied",
};

function detailOf(act: Act): object {
  if ("maxAmountMinor" in act) {
    const { maxAmountMinor, reason } = act;
    return { outcome: act.kind, currency: "CNY", maxAmountMinor, reason };
  }
  if (act.kind === "rejected") return { reason: act.reason, note: act.note };
  return "note" in act ? { note: act.note } : {};
}

function factsOf(story: ToldStory): AuditFact[] {
  const { limit, requestId, maker, from, to, submittedAt } = story;
  const keys = { merchantId: limit.merchantId, subject: ["limit_request", requestId] as const };
  const isTightening = to < from;
  const submitted: AuditFact = {
    ...{ ...keys, at: submittedAt, by: actor(maker) },
    action: isTightening ? "limit_request.tighten" : "limit_request.submit",
    before: { limitId: limit.limitId, currency: "CNY", maxAmountMinor: from },
    after: {
      ...{ state: isTightening ? "applied" : "submitted", currency: "CNY" },
      maxAmountMinor: to,
    },
  };
  let before = "submitted";
  const acts = story.acts.flatMap((act): AuditFact[] => {
    const action = ACTIONS[act.kind];
    if (action === null) return [];
    const state = STATES[act.kind];
    const fact = {
      ...{ ...keys, at: act.at, by: actor(act.by), action, before: { state: before } },
      after: { state, ...detailOf(act) },
    };
    before = state;
    return [fact];
  });
  return [submitted, ...acts];
}

function setUpFacts(
  merchants: readonly SeedMerchant[],
  userIds: ReadonlyMap<string, string>,
  since: number,
): AuditFact[] {
  const imported = merchants.map(
    ({ merchantId, legalName, tradingName, mcc, tier }, n): AuditFact => ({
      ...{ merchantId, at: since + n * 1_000, by: OPERATOR, action: "merchant.import" },
      ...{ subject: ["merchant", merchantId], before: null },
      after: { legalName, tradingName, mcc, tier, currency: "CNY", status: "active" },
    }),
  );
  const people = DEMO_PEOPLE.map(({ email, merchantId, role }, n): AuditFact => ({
    ...{ merchantId, at: since + HOUR_MS + n * 60_000, by: OPERATOR, action: "user.create" },
    ...{ subject: ["user", userIds.get(email) ?? ""], before: null, after: { email, role } },
  }));
  return [...imported, ...people];
}

/** What the merchants' statuses and switches went through since they were set up. */
function merchantFacts(merchants: readonly SeedMerchant[], admin: Person): AuditFact[] {
  return merchants.flatMap((merchant): AuditFact[] => {
    const { merchantId, status, statusReason, statusSince, off } = merchant;
    const facts: AuditFact[] = [];
    const subject = ["merchant", merchantId] as const;
    if (status && statusSince !== undefined) {
      const after = { status, reason: statusReason ?? null };
      const change = {
        action: "merchant.set_status" as const,
        before: { status: "active" },
        after,
      };
      facts.push({ merchantId, at: statusSince, by: admin, subject, ...change });
    }
    if (off) {
      const { control, reason } = off;
      const change = {
        before: { control, enabled: true },
        after: { control, enabled: false, reason },
      };
      const action = "merchant.set_switch";
      facts.push({ merchantId, at: off.since, by: admin, action, subject, ...change });
    }
    return facts;
  });
}

const auditRow = ({ merchantId, at, by, action, subject, before, after }: AuditFact): Row => ({
  ...{ merchant_id: merchantId, audit_event_id: idAt("aud", at), occurred_at: iso(at), action },
  ...{ actor_kind: by.kind, actor_id: by.id, actor_name: by.name },
  ...{ subject_kind: subject[0], subject_id: subject[1], before, after, sequence: 0 },
  ...{ request_id: idAt("req", at), previous_hash: "\\x", hash: "\\x" },
});

/** The audit trail of all that, linked in the order it happened. */
export async function seedAuditTrail(
  client: ClientBase,
  world: {
    merchants: readonly SeedMerchant[];
    userIds: ReadonlyMap<string, string>;
    stories: readonly ToldStory[];
    configuration: readonly AuditFact[];
    admin: Person;
    since: number;
  },
): Promise<void> {
  const { merchants, userIds, stories, configuration, admin, since } = world;
  const thresholds: AuditFact = {
    ...{ merchantId: ACQUIRER, at: since, by: OPERATOR, action: "four_eyes.set" },
    ...{ subject: ["acquirer_settings", "1"], before: null },
    after: {
      ...{ perTransactionAmountMinor: 5_000_000, dailyAmountMinor: 30_000_000, currency: "CNY" },
    },
  };
  const facts = [
    thresholds,
    ...setUpFacts(merchants, userIds, since),
    ...merchantFacts(merchants, admin),
    ...stories.flatMap(factsOf),
    ...configuration,
  ].sort((one, other) => one.at - other.at);
  await insertRows(client, "audit_events", facts.map(auditRow));
}

const TOLD: Partial<Record<Act["kind"], string>> = {
  approved: "request_decided",
  rejected: "request_decided",
  question_asked: "question_asked",
  reverted: "request_reverted",
};

function noticesOf({ limit, requestId, from, to, acts, effect }: ToldStory) {
  const { terminalId, window } = limit;
  return acts.flatMap((act) => {
    const kind = TOLD[act.kind];
    if (!kind) return [];
    const params = {
      ...{ limitRequestId: requestId, scope: "terminal", store: null, terminalId, window },
      ...{ currency: "CNY", fromMaxAmountMinor: from, fromMaxCount: null, toMaxCount: null },
      toMaxAmountMinor: "maxAmountMinor" in act ? act.maxAmountMinor : to,
      ...(kind === "request_decided" && { outcome: act.kind }),
      ...(act.kind === "approved" &&
        effect && { startsAt: effect.startsAt, endsAt: effect.endsAt }),
      ...("note" in act && { note: act.note, question: act.note }),
    };
    return [{ at: act.at, kind, params, href: `/limit-requests/${requestId}` }];
  });
}

/** Marks what Sunrise's limits have reached today as told; answers what was told. */
async function usageNotices(client: ClientBase, now: number) {
  const { rows } = await client.query<{ terminalId: string; percent: number; window: string }>(
    `select l.terminal_id as "terminalId", l."window", m.percent
     from mark_reached_usage($1, (select array_agg(terminal_id) from terminals where merchant_id = $1), $2) m
     join limits l on l.merchant_id = $1 and l.limit_id = m.limit_id order by 1`,
    [SUNRISE, new Date(now)],
  );
  return rows.map(({ terminalId, percent, window }, n) => ({
    ...{ at: now - (n + 1) * 20 * 60_000, kind: "usage_reached", href: `/terminals/${terminalId}` },
    params: { percent, scope: "terminal", terminalId, window, currency: "CNY" },
  }));
}

/** What the owner of Sunrise was told; of the last two days not yet read. */
export async function seedNotifications(
  client: ClientBase,
  stories: readonly ToldStory[],
  ownerId: string,
  now: number,
): Promise<void> {
  const mine = stories.filter(({ limit }) => limit.merchantId === SUNRISE);
  const notices = [...mine.flatMap(noticesOf), ...(await usageNotices(client, now))];
  const rows = notices
    .sort((one, other) => one.at - other.at)
    .map(({ at, kind, params, href }) => ({
      ...{ merchant_id: SUNRISE, notification_id: idAt("ntf", at), user_id: ownerId, kind },
      ...{ params, href, created_at: iso(at) },
      read_at: isoOrNull(at < now - 2 * DAY_MS ? at + HOUR_MS : null),
    }));
  await insertRows(client, "notifications", rows);
}

/** Maintenance that is over, and some that is beyond the reach of any check. */
export async function seedMaintenance(client: ClientBase, by: Person, now: number): Promise<void> {
  const row = (startsAt: number, hours: number, kind: string, en: string, zh: string) => ({
    ...{ maintenance_window_id: idAt("mnt", now), kind, starts_at: iso(startsAt), title_en: en },
    ...{ ends_at: iso(startsAt + hours * HOUR_MS), title_zh: zh, created_by: by.id },
    published_at: iso(Math.min(now, startsAt) - 7 * DAY_MS),
  });
  await insertRows(client, "maintenance_windows", [
    row(now - 12 * DAY_MS, 2, "degraded", "Switch to the second data centre", "切换至第二数据中心"),
    row(now - 41 * DAY_MS, 1, "outage", "Database upgrade", "数据库升级"),
    row(now + 45 * DAY_MS, 3, "degraded", "Yearly recovery exercise", "年度灾备演练"),
  ]);
}
