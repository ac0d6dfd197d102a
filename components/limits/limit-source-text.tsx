import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import type { LimitRow } from "@/lib/domain/limits/limit-row";

/** How a limit came to be as it is, and the request it came from. */
export function LimitSourceText({ source }: Pick<LimitRow, "source">) {
  const t = useTranslations("limitTable.source");
  if (source === null) return "–";
  if (source.limitRequestId === null) return t(source.origin);
  return (
    <TextLink href={`/limit-requests/${source.limitRequestId}`} className="relative z-1">
      {t(source.origin)}
    </TextLink>
  );
}
