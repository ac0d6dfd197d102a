import { useUntil } from "@/components/time/use-until";
import type { CutOver } from "@/lib/domain/business-day";
import type { Instant } from "@/lib/domain/instant";

type UntilProps = { at: Instant; cutOver: CutOver; style?: "full" | "short" };

export function Until({ at, cutOver, style }: UntilProps) {
  const until = useUntil(cutOver);
  return <time dateTime={new Date(at).toISOString()}>{until(at, style)}</time>;
}
