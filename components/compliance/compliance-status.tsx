import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { ComplianceStatus as Value } from "@/lib/domain/compliance";

const TONE: Record<Value, Tone> = {
  compliant: "pass",
  due_soon: "warn",
  past_due: "block",
  unknown: "pending",
};

export function ComplianceStatus({ status }: { status: Value }) {
  const t = useTranslations("enums.complianceStatus");
  return <Status tone={TONE[status]}>{t(status)}</Status>;
}
