import { useTranslations } from "next-intl";
import { Skeleton, SkeletonPage } from "@/components/ui/skeleton";

export default function Loading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <div className="mx-auto max-w-3xl">
        <Skeleton className="h-96" />
      </div>
    </SkeletonPage>
  );
}
