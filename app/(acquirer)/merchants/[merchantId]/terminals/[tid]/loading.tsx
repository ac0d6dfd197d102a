import { LoadingSections } from "@/components/shell/loading-page";

export default function Loading() {
  return <LoadingSections heights={["h-64", "h-80", "h-40", "h-40"]} />;
}
