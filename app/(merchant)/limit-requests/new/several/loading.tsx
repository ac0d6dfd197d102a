import { useTranslations } from "next-intl";
import { Skeleton, SkeletonPage, SkeletonTable } from "@/components/ui/skeleton";

export default function Loading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <div className="grid gap-4">
        <SkeletonTable rows={3} columns={2} />
        <Skeleton className="h-96" />
      </div>
    </SkeletonPage>
  );
}
