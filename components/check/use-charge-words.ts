import { useTranslations } from "next-intl";
import { useReading } from "@/components/check/use-reading";
import { useDateLocale } from "@/components/time/use-date-locale";
import type { CheckResult, Suggestion } from "@/lib/domain/limit-check/check-result";
import { formatMoney } from "@/lib/domain/money";
import { formatMoment } from "@/lib/i18n/format-moment";
import { type ReasonCharge, reasonSentence } from "@/lib/i18n/reason-sentence";

/** One verdict among many, in words: what it is, why, and what would pass. */
export function useChargeWords(timeZone: string) {
  const t = useTranslations("checkMany");
  const decisions = useTranslations("enums.decision");
  const reading = useReading(timeZone);
  const locale = useDateLocale();

  const wayOut = (suggestion: Suggestion): string => {
    switch (suggestion.kind) {
      case "reduce_amount":
        return t("passes.amount", {
          amount: formatMoney(suggestion.amountMinor, suggestion.currency),
        });
      case "use_terminal":
        return t("passes.terminal", { terminal: suggestion.terminalId });
      case "wait_until":
        return t("passes.wait", { at: formatMoment(suggestion.at, "short", timeZone, locale) });
      case "request_limit_change":
        return t("passes.limit");
    }
  };

  return (result: CheckResult, charge: ReasonCharge) => {
    const [decisive] = result.decision === "approve" ? [] : result.reasons;
    const isRefused = result.decision === "decline";
    return {
      verdict: decisions(result.decision),
      reason: decisive ? reasonSentence(decisive, charge, reading) : "",
      passes: isRefused ? [...new Set(result.suggestions.map(wayOut))] : [],
    };
  };
}
