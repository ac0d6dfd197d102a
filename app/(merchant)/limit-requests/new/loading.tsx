import { LoadingPage } from "@/components/shell/loading-page";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage>
      <div className="mx-auto max-w-3xl">
        <Skeleton className="h-96" />
      </div>
    </LoadingPage>
  );
}
