import { useTranslations } from "next-intl";
import { SkeletonPage, SkeletonTable } from "@/components/ui/skeleton";

export default function PeopleLoading() {
  const t = useTranslations("shell");
  return (
    <SkeletonPage label={t("loading")}>
      <SkeletonTable rows={6} columns={5} />
    </SkeletonPage>
  );
}
