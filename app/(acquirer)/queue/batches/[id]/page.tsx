import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { decide, withdraw } from "@/app/(acquirer)/queue/batches/actions";
import { found } from "@/app/found";
import { BatchView } from "@/components/limit-batches/batch-view";
import { requireAcquirer } from "@/lib/auth/session";
import { BATCH_ROWS_PER_PAGE } from "@/lib/contracts/limit-batches";
import { pageFrom, readPageParams, type SaidParams } from "@/lib/contracts/table-params";
import { getLimitBatch } from "@/lib/use-cases/limit-batches/get-limit-batch";

type BatchPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<SaidParams>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("batches"))("one") };
}

export default async function BatchPage({ params, searchParams }: BatchPageProps) {
  const { ctx } = await requireAcquirer();
  const { id } = await params;
  const { from, start } = pageFrom(readPageParams(await searchParams));
  const view = await found(getLimitBatch(ctx, id, { from, limit: BATCH_ROWS_PER_PAGE }));
  return <BatchView view={view} start={start} actions={{ decide, withdraw }} />;
}
