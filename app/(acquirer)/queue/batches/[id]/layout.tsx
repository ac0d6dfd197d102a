import type { ReactNode } from "react";
import { found } from "@/app/found";
import { requireAcquirer } from "@/lib/auth/session";
import { getLimitBatch } from "@/lib/use-cases/limit-batches/get-limit-batch";

type BatchLayoutProps = { params: Promise<{ id: string }>; children: ReactNode };

/** Answers 404 where there is no such batch: once the page streams it is too late to say so. */
export default async function BatchLayout({ params, children }: BatchLayoutProps) {
  const { ctx } = await requireAcquirer();
  await found(getLimitBatch(ctx, (await params).id, { from: null, limit: 0 }));
  return children;
}
