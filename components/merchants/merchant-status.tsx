import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { MerchantStatus } from "@/lib/domain/limit-check/snapshot";

const TONES = {
  active: "pass",
  pending: "pending",
  suspended: "block",
  closed: "neutral",
} as const;

export function MerchantStatusBadge({ status }: { status: MerchantStatus }) {
  const t = useTranslations("merchants.status");
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
