import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { deleteView, renameView, saveView, setLayout } from "@/app/tables/actions";
import { RequestList } from "@/components/limit-requests/request-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireMerchant } from "@/lib/auth/session";
import {
  limitRequestListQuery,
  readLimitRequestListParams,
} from "@/lib/contracts/limit-request-list";
import type { SaidParams } from "@/lib/contracts/table-params";
import { can } from "@/lib/domain/access/permissions";
import { listRequestRows } from "@/lib/use-cases/limit-requests/list-request-rows";
import { getTableSetup } from "@/lib/use-cases/tables/get-table-setup";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("limitRequests");
  return { title: t("title") };
}

export default async function LimitRequestsPage(props: { searchParams: Promise<SaidParams> }) {
  const { ctx, merchantId } = await requireMerchant();
  const t = await getTranslations("limitRequests");
  const params = readLimitRequestListParams(await props.searchParams);
  const { filter, page } = limitRequestListQuery(params);
  const [found, setup] = await Promise.all([
    listRequestRows(ctx, merchantId, filter, page),
    getTableSetup(ctx, "limit_requests"),
  ]);
  const mayRequest = can(ctx.actor, "limit_requests.submit", merchantId);
  const ask = mayRequest && (
    <LinkButton variant="primary" href="/limit-requests/new">
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={ask} />
      <RequestList
        params={params}
        start={page.start}
        page={found}
        mayRequest={mayRequest}
        setup={setup}
        merchantId={merchantId}
        actions={{ setLayout, saveView, renameView, deleteView }}
      />
    </>
  );
}
