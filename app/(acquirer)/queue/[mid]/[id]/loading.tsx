import { LoadingPage } from "@/components/shell/loading-page";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage>
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid gap-4">
          <Skeleton className="h-36" />
          <Skeleton className="h-80" />
          <Skeleton className="h-48" />
        </div>
        <Skeleton className="h-120" />
      </div>
    </LoadingPage>
  );
}
