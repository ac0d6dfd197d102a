import { useTranslations } from "next-intl";
import { Skeleton, SkeletonPage } from "@/components/ui/skeleton";

export default function BulkEditsLoading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <Skeleton className="h-96" />
    </SkeletonPage>
  );
}
