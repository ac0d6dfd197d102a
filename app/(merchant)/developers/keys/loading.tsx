import { useTranslations } from "next-intl";
import { SkeletonPage, SkeletonTable } from "@/components/ui/skeleton";

export default function KeysLoading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <SkeletonTable rows={5} columns={6} />
    </SkeletonPage>
  );
}
