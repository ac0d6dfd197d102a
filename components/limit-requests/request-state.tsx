import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { RequestState as Value } from "@/lib/domain/limit-requests/request-state";

const TONE: Record<Value, Tone> = {
  draft: "neutral",
  submitted: "pending",
  in_review: "pending",
  info_requested: "warn",
  approved: "pass",
  partially_approved: "pass",
  scheduled: "pending",
  applied: "pass",
  rejected: "block",
  withdrawn: "neutral",
  expired: "neutral",
  reverted: "neutral",
};

export function RequestState({ state }: { state: Value }) {
  const t = useTranslations("enums.requestState");
  return <Badge tone={TONE[state]}>{t(state)}</Badge>;
}
