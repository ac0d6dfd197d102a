import { LoadingPage } from "@/components/shell/loading-page";
import { Skeleton, SkeletonTable } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage>
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_2fr]">
        <Skeleton className="h-72" />
        <SkeletonTable rows={6} columns={4} />
      </div>
    </LoadingPage>
  );
}
