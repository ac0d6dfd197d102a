import { useTranslations } from "next-intl";
import { SkeletonPage, SkeletonTable } from "@/components/ui/skeleton";

export default function TestModeLoading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <SkeletonTable rows={8} columns={5} />
    </SkeletonPage>
  );
}
