import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { type MarkRead, NotificationItem } from "@/components/notifications/notification-item";
import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";
import type { Notification } from "@/lib/domain/notifications";

type NotificationListProps = {
  path: "/notifications" | "/inbox";
  noneHint: string;
  notifications: readonly Notification[];
  next: string | null;
  isFirst: boolean;
  now: Instant;
  cutOver: CutOver;
  markRead: MarkRead;
};

export function NotificationList(props: NotificationListProps) {
  const { path, noneHint, notifications, next, isFirst, now, cutOver, markRead } = props;
  const t = useTranslations("notifications");
  const list = useTranslations("shell.list");
  if (notifications.length === 0) {
    return (
      <EmptyState icon={Bell} title={t("none")}>
        {noneHint}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="divide-y rounded-panel border bg-surface">
        {notifications.map((notification) => (
          <NotificationItem
            key={notification.notificationId}
            {...{ notification, now, cutOver, markRead }}
          />
        ))}
      </ul>
      {(next !== null || !isFirst) && (
        <Pagination
          summary={t("newestFirst")}
          previousHref={isFirst ? null : path}
          nextHref={next && `${path}?after=${next}`}
          labels={{ nav: t("pages"), previous: t("newest"), next: list("next") }}
        />
      )}
    </>
  );
}
