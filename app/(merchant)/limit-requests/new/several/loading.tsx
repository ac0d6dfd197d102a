import { LoadingPage } from "@/components/shell/loading-page";
import { Skeleton, SkeletonTable } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage>
      <div className="grid gap-4">
        <SkeletonTable rows={3} columns={2} />
        <Skeleton className="h-96" />
      </div>
    </LoadingPage>
  );
}
