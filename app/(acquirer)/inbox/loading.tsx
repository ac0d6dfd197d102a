import { useTranslations } from "next-intl";
import { SkeletonPage, SkeletonTable } from "@/components/ui/skeleton";

export default function Loading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <div className="mx-auto max-w-3xl">
        <SkeletonTable rows={6} columns={1} />
      </div>
    </SkeletonPage>
  );
}
