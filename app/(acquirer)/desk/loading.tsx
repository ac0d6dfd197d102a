import { LoadingSections } from "@/components/shell/loading-page";

export default function Loading() {
  return <LoadingSections heights={["h-96", "h-96", "h-72", "h-48"]} />;
}
