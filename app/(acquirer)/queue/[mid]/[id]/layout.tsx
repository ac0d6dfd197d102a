import type { ReactNode } from "react";
import { found } from "@/app/found";
import { requireAcquirer } from "@/lib/auth/session";
import { getLimitRequest } from "@/lib/use-cases/limit-requests/get-limit-request";

type ReviewLayoutProps = { params: Promise<{ mid: string; id: string }>; children: ReactNode };

/** Answers 404 where there is no such request: once the page streams it is too late to say so. */
export default async function ReviewLayout({ params, children }: ReviewLayoutProps) {
  const { ctx } = await requireAcquirer();
  const { mid, id } = await params;
  await found(getLimitRequest(ctx, mid, id));
  return children;
}
