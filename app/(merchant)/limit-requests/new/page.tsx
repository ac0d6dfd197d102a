import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { confirmPassword } from "@/app/(auth)/actions";
import { submit } from "@/app/(merchant)/limit-requests/actions";
import { LimitChooser } from "@/components/limit-requests/limit-chooser";
import { NewRequest } from "@/components/limit-requests/new-request";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMerchant } from "@/lib/auth/session";
import { readRequestPrefill } from "@/lib/contracts/request-prefill";
import { can } from "@/lib/domain/access/permissions";
import { NotFoundError } from "@/lib/domain/errors";
import { forMerchant } from "@/lib/http/action";
import { getRequestForm } from "@/lib/use-cases/limit-requests/get-request-form";
import { listLimitChoices } from "@/lib/use-cases/limit-requests/list-limit-choices";

type NewRequestPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("limitRequests");
  return { title: t("new") };
}

export default async function NewRequestPage({ searchParams }: NewRequestPageProps) {
  const { ctx, merchantId } = await requireMerchant();
  const t = await getTranslations("limitRequests");
  const { limit, terminal, check, suggested } = readRequestPrefill(await searchParams);
  const data = limit
    ? await getRequestForm(ctx, merchantId, limit).catch((error: unknown) => {
        if (error instanceof NotFoundError) return null;
        throw error;
      })
    : null;
  const choices = data ? null : await listLimitChoices(ctx, merchantId, terminal);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        parent={<TextLink href="/limit-requests">{t("title")}</TextLink>}
        title={t("new")}
      />
      {data && (
        <NewRequest
          {...data}
          suggested={suggested}
          checkId={check}
          mayRequest={can(ctx.actor, "limit_requests.submit", merchantId)}
          actions={{ ...forMerchant(merchantId, { submit }), confirmPassword }}
        />
      )}
      {limit && !data && (
        <div className="mb-4">
          <Notice tone="warn" role="status">
            {t("limitGone")}
          </Notice>
        </div>
      )}
      {choices && <LimitChooser {...choices} />}
    </div>
  );
}
