import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { confirmPassword } from "@/app/(auth)/actions";
import { listSelected, previewSeveral, submitSeen } from "@/app/(merchant)/limit-requests/actions";
import { SeveralScreen } from "@/components/limit-requests/several-screen";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMerchant } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { forMerchant } from "@/lib/http/action";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("severalRequests"))("title") };
}

export default async function SeveralRequestsPage() {
  const { ctx, merchantId } = await requireMerchant();
  if (!can(ctx.actor, "limit_requests.submit", merchantId)) redirect("/no-permission");
  const t = await getTranslations("severalRequests");
  const requests = await getTranslations("limitRequests");
  const acts = forMerchant(merchantId, { listSelected, previewSeveral, submitSeen });
  return (
    <>
      <PageHeader
        parent={<TextLink href="/limit-requests">{requests("title")}</TextLink>}
        title={t("title")}
        meta={<span>{t("intro")}</span>}
      />
      <SeveralScreen merchantId={merchantId} actions={{ ...acts, confirmPassword }} />
    </>
  );
}
