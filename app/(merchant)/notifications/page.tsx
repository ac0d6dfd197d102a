import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import * as actions from "@/app/(merchant)/notifications/actions";
import { MarkAllRead } from "@/components/notifications/mark-all-read";
import { NotificationList } from "@/components/notifications/notification-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireMerchant } from "@/lib/auth/session";
import { paramOf } from "@/lib/contracts/search-params";
import { forMerchant } from "@/lib/http/action";
import { getAcquirerClock } from "@/lib/use-cases/acquirer/get-acquirer-clock";
import { listNotifications } from "@/lib/use-cases/notifications/list-notifications";

type NotificationsPageProps = { searchParams: Promise<{ after?: string | string[] }> };

const PER_PAGE = 25;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications");
  return { title: t("title") };
}

export default async function NotificationsPage({ searchParams }: NotificationsPageProps) {
  const { ctx, merchantId } = await requireMerchant();
  const { markRead } = forMerchant(merchantId, actions);
  const t = await getTranslations("notifications");
  const preferences = await getTranslations("notificationPreferences");
  const page = { limit: PER_PAGE, after: paramOf((await searchParams).after) || null };
  const { rows, nextKey, unread } = await listNotifications(ctx, merchantId, page);
  const { now, ...cutOver } = await getAcquirerClock(ctx, merchantId);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("title")}
        actions={
          <>
            <LinkButton href="/notifications/preferences">{preferences("link")}</LinkButton>
            {unread > 0 && <MarkAllRead markRead={markRead} />}
          </>
        }
      />
      <NotificationList
        path="/notifications"
        noneHint={t("noneHint")}
        notifications={rows}
        next={nextKey}
        isFirst={page.after === null}
        {...{ now, cutOver, markRead }}
      />
    </div>
  );
}
