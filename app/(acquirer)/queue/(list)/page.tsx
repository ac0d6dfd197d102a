import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { claim } from "@/app/(acquirer)/queue/actions";
import { deleteView, renameView, saveView, setLayout } from "@/app/tables/actions";
import { BatchQueue } from "@/components/limit-batches/batch-queue";
import { Queue } from "@/components/limit-requests/queue";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { queueListQuery, readQueueParams } from "@/lib/contracts/queue-list";
import type { SaidParams } from "@/lib/contracts/table-params";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { listLimitBatches } from "@/lib/use-cases/limit-batches/list-limit-batches";
import { listReviewQueue } from "@/lib/use-cases/limit-requests/list-review-queue";
import { getTableSetup } from "@/lib/use-cases/tables/get-table-setup";

type QueuePageProps = { searchParams: Promise<SaidParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("queue");
  return { title: t("title") };
}

export default async function QueuePage({ searchParams }: QueuePageProps) {
  const { ctx, user } = await requireAcquirer();
  const t = await getTranslations("queue");
  const params = readQueueParams(await searchParams);
  const query = queueListQuery(params);
  const [page, waiting, setup] = await Promise.all([
    listReviewQueue(ctx, query),
    listLimitBatches(ctx, "undecided"),
    getTableSetup(ctx, "queue"),
  ]);
  const mayClaim = can(ctx.actor, "limit_requests.claim", ACQUIRER);
  return (
    <>
      <LiveRefresh />
      <PageHeader title={t("title")} />
      <BatchQueue {...waiting} />
      <Queue
        params={params}
        start={query.start}
        page={page}
        reader={{ userId: user.userId, mayClaim }}
        claim={claim}
        setup={setup}
        actions={{ setLayout, saveView, renameView, deleteView }}
      />
    </>
  );
}
