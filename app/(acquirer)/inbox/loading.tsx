import { LoadingPage } from "@/components/shell/loading-page";
import { SkeletonTable } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <LoadingPage>
      <div className="mx-auto max-w-3xl">
        <SkeletonTable rows={6} columns={1} />
      </div>
    </LoadingPage>
  );
}
