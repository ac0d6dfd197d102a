import { useTranslations } from "next-intl";
import { Skeleton, SkeletonPage, SkeletonTable } from "@/components/ui/skeleton";

export default function Loading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_2fr]">
        <Skeleton className="h-72" />
        <SkeletonTable rows={6} columns={4} />
      </div>
    </SkeletonPage>
  );
}
