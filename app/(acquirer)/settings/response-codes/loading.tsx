import { useTranslations } from "next-intl";
import { SkeletonPage, SkeletonTable } from "@/components/ui/skeleton";

export default function ResponseCodesLoading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <SkeletonTable rows={12} columns={3} />
    </SkeletonPage>
  );
}
