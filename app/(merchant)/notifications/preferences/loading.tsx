import { LoadingPage } from "@/components/shell/loading-page";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage>
      <div className="mx-auto max-w-3xl space-y-4">
        <Skeleton className="h-36" />
        <Skeleton className="h-48" />
        <Skeleton className="h-56" />
      </div>
    </LoadingPage>
  );
}
