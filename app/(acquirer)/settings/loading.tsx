import { useTranslations } from "next-intl";
import { Skeleton, SkeletonPage, SkeletonTable } from "@/components/ui/skeleton";

export default function SettingsLoading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <div className="mb-6 grid gap-4 lg:grid-cols-2">
        <Skeleton className="h-44" />
        <Skeleton className="h-44" />
      </div>
      <SkeletonTable rows={5} columns={4} />
    </SkeletonPage>
  );
}
