import type { Instant } from "@/lib/domain/instant";

/** Values for the sentence; amounts as minor units with their currency. */
export type NotificationParams = Readonly<Record<string, string | number | null>>;

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
