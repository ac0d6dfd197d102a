"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { useNotificationText } from "@/components/notifications/use-notification-text";
import { callAction } from "@/components/shell/call-action";
import { RelativeTime } from "@/components/time/relative-time";
import type { ActionResult } from "@/lib/contracts/action-result";
import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { Notification } from "@/lib/domain/notifications";

export type MarkRead = (input: { notificationId: string | null }) => Promise<ActionResult<unknown>>;

type NotificationItemProps = {
  notification: Notification;
  now: Instant;
  cutOver: CutOver;
  markRead: MarkRead;
};

/** One thing somebody was told; opening it makes it read. */
export function NotificationItem({ notification, now, cutOver, markRead }: NotificationItemProps) {
  const t = useTranslations("notifications");
  const text = useNotificationText(cutOver);
  const { notificationId, href, createdAt, readAt } = notification;
  const isUnread = readAt === null;
  const sentence = text(notification);
  const open = () => isUnread && void callAction(() => markRead({ notificationId }));
  return (
    <li className="relative flex items-start gap-3 px-4 py-3">
      <span
        className={classNames(
          "mt-2 size-2 shrink-0 rounded-full",
          isUnread ? "bg-accent" : "bg-transparent",
        )}
      />
      <div className="min-w-0 flex-1">
        <p className={isUnread ? "font-medium" : undefined}>
          {isUnread && <span className="sr-only">{t("unread")} </span>}
          {href ? (
            <Link
              href={href}
              onClick={open}
              className="rounded-control underline decoration-line-strong underline-offset-4 after:absolute after:inset-0"
            >
              {sentence}
            </Link>
          ) : (
            sentence
          )}
        </p>
        <RelativeTime
          at={createdAt}
          now={now}
          timeZone={cutOver.timeZone}
          className="text-meta text-muted"
        />
      </div>
    </li>
  );
}
