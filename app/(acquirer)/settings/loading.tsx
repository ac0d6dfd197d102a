import { LoadingPage } from "@/components/shell/loading-page";
import { Skeleton, SkeletonTable } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage>
      <div className="mb-6 grid gap-4 lg:grid-cols-2">
        <Skeleton className="h-44" />
        <Skeleton className="h-44" />
      </div>
      <SkeletonTable rows={5} columns={4} />
    </LoadingPage>
  );
}
