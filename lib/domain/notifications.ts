import type { Instant } from "@/lib/domain/instant";

/** Changes others make to limits, switches and status: they always arrive. */
export const ALWAYS_TOLD = [
  "limit_changed",
  "merchant_status_changed",
  "terminal_status_changed",
  "switch_changed",
  "request_decided",
  "request_applied",
  "request_reverted",
  "limits_imported",
] as const;

/** What a person of a merchant may choose not to be told. */
export const MUTABLE_KINDS = [
  "question_asked",
  "request_submitted",
  "request_withdrawn",
  "request_expired",
] as const;
export type MutableKind = (typeof MUTABLE_KINDS)[number];

export const NOTIFICATION_KINDS = [
  ...ALWAYS_TOLD,
  ...MUTABLE_KINDS,
  "usage_reached",
  "question_answered",
  "batch_decided",
] as const;

/** The shares of a limit of which owners are told that they are used. */
export const USAGE_PERCENTS = [80, 90, 100] as const;
export type UsagePercent = (typeof USAGE_PERCENTS)[number];

/** What one person does not want to be told inside one merchant. */
export type NotificationPreference = {
  mutedKinds: readonly MutableKind[];
  mutedPercents: readonly UsagePercent[];
};

export const EVERYTHING_ARRIVES: NotificationPreference = { mutedKinds: [], mutedPercents: [] };

/** Whether this reaches somebody with this preference; of use, each share is chosen by itself. */
export function arrives(
  { mutedKinds, mutedPercents }: NotificationPreference,
  { kind, params }: { kind: string; params: NotificationParams },
): boolean {
  if (kind === "usage_reached") return !mutedPercents.some((muted) => muted === params.percent);
  return !mutedKinds.some((muted) => muted === kind);
}

/** Values for the sentence; amounts as minor units with their currency. */
export type NotificationParams = Readonly<
  Record<string, string | number | null | readonly string[]>
>;

/** One thing one person was told; `readAt` null = not yet seen. */
export type Notification = {
  notificationId: string;
  merchantId: string;
  kind: string;
  params: NotificationParams;
  href: string | null;
  createdAt: Instant;
  readAt: Instant | null;
};
