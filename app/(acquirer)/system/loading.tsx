import { LoadingSections } from "@/components/shell/loading-page";

export default function Loading() {
  return <LoadingSections heights={["h-48", "h-48", "h-64", "h-64"]} />;
}
