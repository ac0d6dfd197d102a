import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { siteOrigin } from "@/app/site-origin";
import { RequestLog } from "@/components/developers/request-log";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMerchant } from "@/lib/auth/session";
import { API_REQUESTS_PER_PAGE, readApiRequestParams } from "@/lib/contracts/api-request-list";
import { getAcquirerClock } from "@/lib/use-cases/acquirer/get-acquirer-clock";
import { listApiRequests } from "@/lib/use-cases/api-requests/list-api-requests";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("requestLog"))("title") };
}

export default async function RequestsPage({ searchParams }: Props) {
  const { ctx, merchantId } = await requireMerchant();
  const t = await getTranslations("requestLog");
  const { show, after } = readApiRequestParams(await searchParams);
  const refusedOnly = show === "refused";
  const page = { refusedOnly, after, limit: API_REQUESTS_PER_PAGE };
  const { rows, nextKey } = await listApiRequests(ctx, merchantId, page);
  const { timeZone } = await getAcquirerClock(ctx, merchantId);
  return (
    <>
      <PageHeader
        title={t("title")}
        parent={<TextLink href="/developers">{t("reference")}</TextLink>}
        meta={<p className="max-w-prose">{t("lead")}</p>}
      />
      <RequestLog
        requests={rows}
        next={nextKey}
        isFirst={after === null}
        origin={siteOrigin()}
        {...{ refusedOnly, timeZone }}
      />
    </>
  );
}
