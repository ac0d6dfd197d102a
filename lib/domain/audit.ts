import type { Instant } from "@/lib/domain/instant";

/** One link of a merchant's audit chain: who did what to what, before and after. */
export type AuditEvent = {
  auditEventId: string;
  merchantId: string;
  sequence: number;
  occurredAt: Instant;
  actorKind: "user" | "key" | "operator" | "system";
  actorName: string;
  /** noun.verb, e.g. `limit_request.submit`. */
  action: string;
  subjectKind: string;
  subjectId: string;
  before: unknown;
  after: unknown;
  requestId: string;
};

/** What the trail is searched by; `from` is included, `to` is not; null = any. */
export type AuditFilter = {
  merchantId: string | null;
  actor: string | null;
  action: string | null;
  subjectId: string | null;
  from: Instant | null;
  to: Instant | null;
};
