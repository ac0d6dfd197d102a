import { useTranslations } from "next-intl";
import { Skeleton, SkeletonPage } from "@/components/ui/skeleton";

export default function Loading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <div className="mx-auto max-w-3xl space-y-4">
        <Skeleton className="h-36" />
        <Skeleton className="h-48" />
        <Skeleton className="h-56" />
      </div>
    </SkeletonPage>
  );
}
