import { useTranslations } from "next-intl";
import { Skeleton, SkeletonPage, SkeletonTable } from "@/components/ui/skeleton";

export default function Loading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <div className="space-y-6">
        <Skeleton className="h-20" />
        <SkeletonTable rows={5} columns={5} />
        <Skeleton className="h-32" />
      </div>
    </SkeletonPage>
  );
}
