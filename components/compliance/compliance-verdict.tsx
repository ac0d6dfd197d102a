import { useTranslations } from "next-intl";
import { useDateLocale } from "@/components/time/use-date-locale";
import { classNames } from "@/components/ui/class-names";
import { type Tone, TONE_ICON, TONE_SOFT, TONE_TEXT } from "@/components/ui/tone";
import {
  type ComplianceAnswer,
  complianceAnswer,
  type ComplianceFacts,
} from "@/lib/domain/compliance-answer";
import type { Instant } from "@/lib/domain/instant";
import type { Merchant } from "@/lib/domain/merchants";
import { formatMoment } from "@/lib/i18n/format-moment";

const TONE: Record<ComplianceAnswer["kind"], Tone> = {
  stopped: "block",
  late: "warn",
  due_soon: "warn",
  verifying: "pending",
  fine: "pass",
};

type ComplianceVerdictProps = {
  standing: Omit<ComplianceFacts, "merchantStatus"> & {
    merchant: Merchant;
    now: Instant;
    dueSoonDays: number;
    timeZone: string;
  };
};

function useAnswerWords(timeZone: string, { merchant }: ComplianceVerdictProps["standing"]) {
  const t = useTranslations("papers");
  const statuses = useTranslations("enums.merchantStatus");
  const locale = useDateLocale();
  const date = (at: Instant | null) =>
    at === null ? "none" : formatMoment(at, "date", timeZone, locale);
  return (answer: ComplianceAnswer): { title: string; hint: string } => {
    switch (answer.kind) {
      case "stopped": {
        const [first, second] = answer.what;
        const one = first === "settlement" ? "settlement" : "payments";
        const status = statuses(merchant.status);
        const suspended =
          merchant.status === "active" ? [] : [t("answerHint.suspended", { status })];
        const because =
          merchant.statusReason && suspended.length > 0 ? [merchant.statusReason] : [];
        return {
          title: t(`answer.${second ? "both" : one}`),
          hint: [...suspended, ...because, t("answerHint.stopped")].join(" "),
        };
      }
      case "due_soon":
        return {
          title: t("answer.dueSoon", { deadline: date(answer.by) }),
          hint: t("answerHint.dueSoon"),
        };
      case "fine":
        return {
          title: t("answer.fine"),
          hint: t("answerHint.fine", { deadline: date(answer.next) }),
        };
      default:
        return { title: t(`answer.${answer.kind}`), hint: t(`answerHint.${answer.kind}`) };
    }
  };
}

/** Whether the papers are fine, in one look. */
export function ComplianceVerdict({ standing }: ComplianceVerdictProps) {
  const { merchant, now, dueSoonDays, timeZone } = standing;
  const words = useAnswerWords(timeZone, standing);
  const facts = { ...standing, merchantStatus: merchant.status };
  const answer = complianceAnswer(facts, now, dueSoonDays);
  const tone = TONE[answer.kind];
  const Icon = TONE_ICON[tone];
  const { title, hint } = words(answer);
  return (
    <div role="status" className={classNames("rounded-panel p-4", TONE_SOFT[tone])}>
      <p
        className={classNames(
          "flex items-center gap-2 text-heading font-semibold",
          TONE_TEXT[tone],
        )}
      >
        <Icon aria-hidden className="size-5 shrink-0" />
        {title}
      </p>
      <p className="mt-1">{hint}</p>
    </div>
  );
}
