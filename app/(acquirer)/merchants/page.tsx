import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MerchantSearch } from "@/components/merchants/merchant-search";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { hrefWith, paramOf, plainWidth } from "@/lib/contracts/search-params";
import { MERCHANT_STATUSES, MERCHANT_TIERS } from "@/lib/domain/merchants";
import { searchMerchants } from "@/lib/use-cases/merchants/search-merchants";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PER_PAGE = 25;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("merchants"))("title") };
}

const among = <V extends string>(values: readonly V[], text: string): V | null =>
  values.find((value) => value === text) ?? null;

export default async function MerchantsPage({ searchParams }: Props) {
  const { ctx } = await requireAcquirer();
  const said = await searchParams;
  const params = {
    q: plainWidth(paramOf(said.q)),
    status: paramOf(said.status),
    tier: paramOf(said.tier),
  };
  const after = paramOf(said.after) || null;
  const filter = {
    text: params.q || null,
    status: among(MERCHANT_STATUSES, params.status),
    tier: among(MERCHANT_TIERS, params.tier),
  };
  const found = await searchMerchants(ctx, filter, { limit: PER_PAGE, after });
  const t = await getTranslations("merchants");
  return (
    <>
      <PageHeader title={t("title")} />
      <MerchantSearch
        params={params}
        merchants={found.rows}
        total={found.total}
        nextHref={found.nextKey && hrefWith("/merchants", { ...params, after: found.nextKey })}
        isFirst={after === null}
      />
    </>
  );
}
