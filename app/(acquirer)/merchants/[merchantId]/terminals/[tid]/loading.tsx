import { useTranslations } from "next-intl";
import { Skeleton, SkeletonPage } from "@/components/ui/skeleton";

export default function TerminalLoading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Skeleton className="h-64" />
        <Skeleton className="h-80" />
        <Skeleton className="h-40" />
        <Skeleton className="h-40" />
      </div>
    </SkeletonPage>
  );
}
