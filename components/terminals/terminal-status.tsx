import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { TerminalStatus as Value } from "@/lib/domain/limit-check/snapshot";

const TONE: Record<Value, Tone> = {
  deployed: "pass",
  inventory: "pending",
  inactive: "neutral",
  lost: "block",
  retired: "neutral",
};

export function TerminalStatus({ status }: { status: Value }) {
  const t = useTranslations("enums.terminalStatus");
  return <Status tone={TONE[status]}>{t(status)}</Status>;
}
