import type { Instant } from "@/lib/domain/instant";
import { dayOfDate, instantAt } from "@/lib/domain/zoned-time";

/** Everything that is recorded, noun.verb; append only. */
export const AUDIT_ACTIONS = [
  "limit_request.submit",
  "limit_request.tighten",
  "limit_request.claim",
  "limit_request.release",
  "limit_request.ask",
  "limit_request.answer",
  "limit_request.approve",
  "limit_request.reject",
  "limit_request.withdraw",
  "limit_request.apply",
  "limit_request.expire",
  "limit_request.revert",
  "limit_batch.submit",
  "limit_batch.approve",
  "limit_batch.reject",
  "limit_batch.withdraw",
  "limit.import",
  "limit.fill_in",
  "reservation.release",
  "merchant.import",
  "merchant.set_status",
  "merchant.set_switch",
  "terminal.import",
  "terminal.set_status",
  "maintenance.announce",
  "maintenance.end",
  "maintenance.cancel",
  "four_eyes.set",
  "settings.set",
  "settings_change.propose",
  "settings_change.confirm",
  "settings_change.decline",
  "settings_change.withdraw",
  "api_key.create",
  "api_key.revoke",
  "test_data.clear",
  "user.create",
  "user.invite",
  "user.set_role",
  "user.deactivate",
  "user.reactivate",
  "user.ask_for_sign_up_link",
  "user.decline_sign_up_link",
  "user.issue_sign_up_link",
  "user.redeem_sign_up_link",
  "user.set_password",
  "user.set_roles",
  "user.deactivate",
  "user.reactivate",
  "session.create",
  "session.end",
  "session.revoke",
  "session.revoke_others",
  "session.confirm_password",
  "sign_in.lock",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** One link of a merchant's audit chain: who did what to what, before and after. */
export type AuditEvent = {
  auditEventId: string;
  merchantId: string;
  sequence: number;
  occurredAt: Instant;
  actorKind: "user" | "key" | "operator" | "system";
  actorName: string;
  action: AuditAction;
  subjectKind: string;
  subjectId: string;
  /** What the subject is called, where it has a name. */
  subjectName: string | null;
  /** Null for the acquirer's own chain. */
  merchantName: string | null;
  before: unknown;
  after: unknown;
  requestId: string;
};

/**
 * What the trail is searched by; null = any. The actor is a whole name, and the days, of the acquirer's
 * zone (YYYY-MM-DD), are both included.
 */
export type AuditFilter = {
  merchantId: string | null;
  actor: string | null;
  action: AuditAction | null;
  subjectId: string | null;
  from: string | null;
  to: string | null;
};

/** The moments that days of a zone stand for, start inclusive, end exclusive; null = open. */
export function momentsOf(
  { from, to }: Pick<AuditFilter, "from" | "to">,
  timeZone: string,
): { start: Instant | null; end: Instant | null } {
  const midnight = (day: number) => instantAt({ day, timeOfDayMs: 0 }, timeZone);
  return {
    start: from === null ? null : midnight(dayOfDate(from)),
    end: to === null ? null : midnight(dayOfDate(to) + 1),
  };
}
