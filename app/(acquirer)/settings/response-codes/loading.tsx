import { LoadingTable } from "@/components/shell/loading-page";

export default function Loading() {
  return <LoadingTable rows={12} columns={3} />;
}
