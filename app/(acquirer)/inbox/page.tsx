import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { markRead } from "@/app/(acquirer)/inbox/actions";
import { MarkAllRead } from "@/components/notifications/mark-all-read";
import { NotificationList } from "@/components/notifications/notification-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { paramOf } from "@/lib/contracts/search-params";
import { ACQUIRER } from "@/lib/domain/ids";
import { getAcquirerClock } from "@/lib/use-cases/acquirer/get-acquirer-clock";
import { listNotifications } from "@/lib/use-cases/notifications/list-notifications";

type InboxPageProps = { searchParams: Promise<{ after?: string | string[] }> };

const PER_PAGE = 25;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications");
  return { title: t("title") };
}

export default async function InboxPage({ searchParams }: InboxPageProps) {
  const { ctx } = await requireAcquirer();
  const t = await getTranslations("notifications");
  const page = { limit: PER_PAGE, after: paramOf((await searchParams).after) || null };
  const { rows, nextKey, unread } = await listNotifications(ctx, ACQUIRER, page);
  const { now, ...cutOver } = await getAcquirerClock(ctx, ACQUIRER);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("title")} actions={unread > 0 && <MarkAllRead markRead={markRead} />} />
      <NotificationList
        path="/inbox"
        noneHint={t("noneHintAcquirer")}
        notifications={rows}
        next={nextKey}
        isFirst={page.after === null}
        {...{ now, cutOver, markRead }}
      />
    </div>
  );
}
