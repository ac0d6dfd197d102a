import { useTranslations } from "next-intl";
import { Skeleton, SkeletonPage, SkeletonTable } from "@/components/ui/skeleton";

export default function ImportsLoading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <div className="grid gap-4">
        <Skeleton className="h-72" />
        <SkeletonTable rows={4} columns={5} />
      </div>
    </SkeletonPage>
  );
}
