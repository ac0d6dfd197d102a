import { LoadingTable } from "@/components/shell/loading-page";

export default function Loading() {
  return <LoadingTable rows={6} columns={5} />;
}
