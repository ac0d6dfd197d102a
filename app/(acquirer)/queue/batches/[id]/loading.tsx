import { useTranslations } from "next-intl";
import { Skeleton, SkeletonPage } from "@/components/ui/skeleton";

export default function BatchLoading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid gap-4">
          <Skeleton className="h-24" />
          <Skeleton className="h-80" />
          <Skeleton className="h-48" />
        </div>
        <Skeleton className="h-120" />
      </div>
    </SkeletonPage>
  );
}
