import { useTranslations } from "next-intl";
import { useRequirementName } from "@/components/compliance/use-requirement-name";
import { useDateLocale } from "@/components/time/use-date-locale";
import { useSentences } from "@/components/shell/use-sentences";
import { deadlineOf, type RequirementState, standingOf } from "@/lib/domain/compliance";
import {
  byUrgency,
  type ComplianceAnswer,
  type ComplianceFacts,
} from "@/lib/domain/compliance-answer";
import type { Instant } from "@/lib/domain/instant";
import { type Merchant, MERCHANT_SWITCHES } from "@/lib/domain/merchants";
import { formatMoment } from "@/lib/i18n/format-moment";

export type ShownStanding = Omit<ComplianceFacts, "merchantStatus"> & {
  merchant: Merchant;
  now: Instant;
  dueSoonDays: number;
  timeZone: string;
};

/** Lines named in the answer itself; the table below has them all. */
const MOST_NAMED = 4;

function useDeadline({ timeZone }: ShownStanding) {
  const locale = useDateLocale();
  return (at: Instant | null) =>
    at === null ? "none" : formatMoment(at, "date", timeZone, locale);
}

/** What keeps the merchant from running, or soon will, each in one sentence. */
function useCauses(standing: ShownStanding) {
  const { merchant, switches, requirements, now, dueSoonDays } = standing;
  const t = useTranslations("papers");
  const told = useTranslations("home.attention");
  const statuses = useTranslations("enums.merchantStatus");
  const name = useRequirementName();
  const date = useDeadline(standing);
  const sentences = useSentences();
  const because = (reason: string | null) => reason && told("reason", { reason });
  const sentence = (requirement: RequirementState): string =>
    told(standingOf(requirement, now, dueSoonDays) === "past_due" ? "pastDue" : "dueSoon", {
      name: name(requirement.code),
      terminal: requirement.terminalId ?? "none",
      deadline: date(deadlineOf(requirement)),
    });
  return (): string[] => {
    const { status, statusReason } = merchant;
    const suspended =
      status === "active"
        ? ""
        : sentences(t("answerHint.suspended", { status: statuses(status) }), because(statusReason));
    const off = MERCHANT_SWITCHES.filter((control) => !switches[control].enabled).map((control) =>
      sentences(t(`off.${control}`), because(switches[control].reason)),
    );
    const urgent = byUrgency(requirements, now, dueSoonDays).filter((one) =>
      ["past_due", "due_soon"].includes(standingOf(one, now, dueSoonDays)),
    );
    const named = urgent.slice(0, MOST_NAMED).map(sentence);
    return [suspended, ...off, ...named].filter(Boolean);
  };
}

/** How the papers are in a line, what makes them so, and what helps. */
export function useComplianceWords(standing: ShownStanding) {
  const { merchant } = standing;
  const t = useTranslations("papers");
  const causes = useCauses(standing);
  const date = useDeadline(standing);

  const title = (answer: ComplianceAnswer): string => {
    if (answer.kind === "due_soon") return t("answer.dueSoon", { deadline: date(answer.by) });
    if (answer.kind !== "stopped") return t(`answer.${answer.kind}`);
    const [first, second] = answer.what;
    const one = first === "settlement" ? "settlement" : "payments";
    return t(`answer.${second ? "both" : one}`);
  };

  const wayOut = (answer: ComplianceAnswer): string => {
    switch (answer.kind) {
      case "fine":
        return t("answerHint.fine", { deadline: date(answer.next) });
      case "due_soon":
        return t("answerHint.dueSoon");
      case "stopped":
        return merchant.status === "active"
          ? t("answerHint.stopped")
          : t("liftSwitch", { mid: merchant.merchantId });
      default:
        return t(`answerHint.${answer.kind}`);
    }
  };

  return (answer: ComplianceAnswer) => ({
    title: title(answer),
    causes: causes(),
    wayOut: wayOut(answer),
  });
}
