import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { deleteView, renameView, saveView, setLayout } from "@/app/tables/actions";
import { MerchantSearch } from "@/components/merchants/merchant-search";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { merchantListQuery, readMerchantListParams } from "@/lib/contracts/merchant-list";
import type { SaidParams } from "@/lib/contracts/table-params";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { nameOrderOf } from "@/lib/i18n/locales";
import { searchMerchants } from "@/lib/use-cases/merchants/search-merchants";
import { getTableSetup } from "@/lib/use-cases/tables/get-table-setup";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("merchants"))("title") };
}

export default async function MerchantsPage(props: { searchParams: Promise<SaidParams> }) {
  const { ctx } = await requireAcquirer();
  const t = await getTranslations("merchants");
  const params = readMerchantListParams(await props.searchParams);
  const { filter, page } = merchantListQuery(params);
  const nameOrder = nameOrderOf(await getLocale());
  const [found, setup] = await Promise.all([
    searchMerchants(ctx, filter, { ...page, nameOrder }),
    getTableSetup(ctx, "merchants"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} />
      <MerchantSearch
        params={params}
        start={page.start}
        page={found}
        setup={setup}
        actions={{ setLayout, saveView, renameView, deleteView }}
        mayEdit={can(ctx.actor, "imports.apply", ACQUIRER)}
      />
    </>
  );
}
