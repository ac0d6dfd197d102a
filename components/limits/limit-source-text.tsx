import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import type { LimitSource } from "@/lib/domain/limits/limit-row";

/** How a limit came to be as it is, and the request it came from. */
export function LimitSourceText({ source }: { source: LimitSource }) {
  const t = useTranslations("limitTable.source");
  if (source.limitRequestId === null) return t(source.origin);
  return (
    <TextLink href={`/limit-requests/${source.limitRequestId}`} className="relative z-1">
      {t(source.origin)}
    </TextLink>
  );
}
