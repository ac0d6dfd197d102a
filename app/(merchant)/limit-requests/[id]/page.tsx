import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { found } from "@/app/found";
import { confirmPassword } from "@/app/(auth)/actions";
import { answer, withdraw } from "@/app/(merchant)/limit-requests/actions";
import { RequestView } from "@/components/limit-requests/request-view";
import { requireMerchant } from "@/lib/auth/session";
import { forMerchant } from "@/lib/http/action";
import { getAcquirerClock } from "@/lib/use-cases/acquirer/get-acquirer-clock";
import { getLimitRequest } from "@/lib/use-cases/limit-requests/get-limit-request";

type LimitRequestPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("limitRequests");
  return { title: t("one") };
}

export default async function LimitRequestPage({ params }: LimitRequestPageProps) {
  const { ctx, merchantId } = await requireMerchant();
  const { id } = await params;
  const detail = await found(getLimitRequest(ctx, merchantId, id));
  const { now, ...cutOver } = await getAcquirerClock(ctx, merchantId);
  return (
    <RequestView
      {...detail}
      now={now}
      cutOver={cutOver}
      actions={{ ...forMerchant(merchantId, { withdraw, answer }), confirmPassword }}
    />
  );
}
