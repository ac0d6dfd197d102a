import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { deleteView, renameView, saveView, setLayout } from "@/app/tables/actions";
import { LimitTable } from "@/components/limits/limit-table";
import { PageHeader } from "@/components/ui/page-header";
import { requireMerchant } from "@/lib/auth/session";
import { limitListQuery, readLimitListParams } from "@/lib/contracts/limit-list";
import type { SaidParams } from "@/lib/contracts/table-params";
import { can } from "@/lib/domain/access/permissions";
import { nameOrderOf } from "@/lib/i18n/locales";
import { listLimitRows } from "@/lib/use-cases/limits/list-limit-rows";
import { getTableSetup } from "@/lib/use-cases/tables/get-table-setup";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("limitTable"))("title") };
}

export default async function LimitsPage(props: { searchParams: Promise<SaidParams> }) {
  const { ctx, merchantId } = await requireMerchant();
  const t = await getTranslations("limitTable");
  const params = readLimitListParams(await props.searchParams);
  const { filter, page } = limitListQuery(params);
  const nameOrder = nameOrderOf(await getLocale());
  const [found, setup] = await Promise.all([
    listLimitRows(ctx, merchantId, filter, { ...page, nameOrder }),
    getTableSetup(ctx, "limits"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} />
      <LimitTable
        params={params}
        start={page.start}
        page={found}
        mayRequest={can(ctx.actor, "limit_requests.submit", merchantId)}
        setup={setup}
        merchantId={merchantId}
        actions={{ setLayout, saveView, renameView, deleteView }}
      />
    </>
  );
}
