import { LoadingPage } from "@/components/shell/loading-page";
import { Skeleton, SkeletonTable } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage>
      <div className="grid gap-4">
        <Skeleton className="h-72" />
        <SkeletonTable rows={4} columns={5} />
      </div>
    </LoadingPage>
  );
}
