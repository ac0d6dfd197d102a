import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { found } from "@/app/found";
import { ask, claim, decide, release } from "@/app/(acquirer)/queue/actions";
import { ReviewView } from "@/components/limit-requests/review-view";
import { requireAcquirer } from "@/lib/auth/session";
import { getReview } from "@/lib/use-cases/limit-requests/get-review";

type ReviewPageProps = { params: Promise<{ mid: string; id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("decision");
  return { title: t("title") };
}

export default async function ReviewPage({ params }: ReviewPageProps) {
  const { ctx } = await requireAcquirer();
  const { mid, id } = await params;
  const review = await found(getReview(ctx, mid, id));
  return <ReviewView review={review} actions={{ ask, claim, decide, release }} />;
}
