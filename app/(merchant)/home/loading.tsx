import { useTranslations } from "next-intl";
import { Skeleton, SkeletonPage } from "@/components/ui/skeleton";

export default function Loading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <div className="space-y-4">
          <Skeleton className="h-44" />
          <Skeleton className="h-96" />
        </div>
        <Skeleton className="h-64" />
      </div>
    </SkeletonPage>
  );
}
