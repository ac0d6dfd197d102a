import type { ReactNode } from "react";
import { found } from "@/app/found";
import { requireMerchant } from "@/lib/auth/session";
import { getLimitRequest } from "@/lib/use-cases/limit-requests/get-limit-request";

type LimitRequestLayoutProps = { params: Promise<{ id: string }>; children: ReactNode };

/** Answers 404 where there is no such request: once the page streams it is too late to say so. */
export default async function LimitRequestLayout({ params, children }: LimitRequestLayoutProps) {
  const { ctx, merchantId } = await requireMerchant();
  await found(getLimitRequest(ctx, merchantId, (await params).id));
  return children;
}
