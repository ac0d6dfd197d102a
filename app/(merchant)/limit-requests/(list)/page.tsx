import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequestList } from "@/components/limit-requests/request-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireMerchant } from "@/lib/auth/session";
import { paramOf } from "@/lib/contracts/search-params";
import { can } from "@/lib/domain/access/permissions";
import { getAcquirerClock } from "@/lib/use-cases/acquirer/get-acquirer-clock";
import { listLimitRequests } from "@/lib/use-cases/limit-requests/list-limit-requests";

type LimitRequestsPageProps = { searchParams: Promise<{ before?: string | string[] }> };

const PER_PAGE = 25;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("limitRequests");
  return { title: t("title") };
}

export default async function LimitRequestsPage({ searchParams }: LimitRequestsPageProps) {
  const { ctx, merchantId } = await requireMerchant();
  const t = await getTranslations("limitRequests");
  const page = { limit: PER_PAGE, before: paramOf((await searchParams).before) || null };
  const { requests, next } = await listLimitRequests(ctx, merchantId, page);
  const { now, timeZone } = await getAcquirerClock(ctx, merchantId);
  const mayRequest = can(ctx.actor, "limit_requests.submit", merchantId);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          mayRequest && (
            <LinkButton variant="primary" href="/limit-requests/new">
              {t("new")}
            </LinkButton>
          )
        }
      />
      <RequestList
        requests={requests}
        next={next}
        isFirst={page.before === null}
        now={now}
        timeZone={timeZone}
        mayRequest={mayRequest}
      />
    </>
  );
}
