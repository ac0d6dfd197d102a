import { LoadingPage } from "@/components/shell/loading-page";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage>
      <Skeleton className="h-96" />
    </LoadingPage>
  );
}
