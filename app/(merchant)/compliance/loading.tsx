import { LoadingPage } from "@/components/shell/loading-page";
import { Skeleton, SkeletonTable } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage>
      <div className="space-y-6">
        <Skeleton className="h-20" />
        <SkeletonTable rows={5} columns={5} />
        <Skeleton className="h-32" />
      </div>
    </LoadingPage>
  );
}
