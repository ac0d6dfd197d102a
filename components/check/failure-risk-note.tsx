import { useTranslations } from "next-intl";
import type { FailureRisk } from "@/lib/domain/limit-check/check-result";
import type { Reason } from "@/lib/domain/limit-check/reason";

type FailureRiskNoteProps = { risk: FailureRisk; reasons: readonly Reason[] };

/** The code the terminal is likely to show, and how sure that is. */
export function FailureRiskNote({ risk, reasons }: FailureRiskNoteProps) {
  const t = useTranslations("check");
  const code = reasons.find((reason) => reason.expectedCode !== null)?.expectedCode;
  if (code == null) return null;
  return (
    <p className="text-meta text-ink">
      {risk.risk === "none"
        ? t("likelyCode", { code })
        : t("likelyCodeRisk", { code, risk: t(`risk.${risk.risk}`) })}
    </p>
  );
}
