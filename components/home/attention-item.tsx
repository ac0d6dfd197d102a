import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { LinkButton } from "@/components/ui/link-button";
import { TONE_ICON, TONE_TEXT } from "@/components/ui/tone";
import { useRequirementName } from "@/components/compliance/use-requirement-name";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { useDateLocale } from "@/components/time/use-date-locale";
import type { Attention } from "@/lib/domain/home/attention";
import { formatMoment } from "@/lib/i18n/format-moment";

type AttentionItemProps = { item: Attention; timeZone: string; mayRequest: boolean };

/** One thing to know or do, with the way to it. */
export function AttentionItem({ item, timeZone, mayRequest }: AttentionItemProps) {
  const Icon = TONE_ICON[item.severity];
  const text = useAttentionText(timeZone);
  return (
    <li className="flex items-start gap-2 py-3 first:pt-0 last:pb-0">
      <Icon aria-hidden className={classNames("mt-1 size-4 shrink-0", TONE_TEXT[item.severity])} />
      <div className="min-w-0 flex-1">
        <p>{text(item)}</p>
        <AttentionAction item={item} mayRequest={mayRequest} />
      </div>
    </li>
  );
}

export function useAttentionText(timeZone: string) {
  const t = useTranslations("home.attention");
  const statuses = useTranslations("enums.merchantStatus");
  const requirement = useRequirementName();
  const words = useLimitWords();
  const locale = useDateLocale();
  const moment = (at: number, style: "date" | "short" | "time") =>
    formatMoment(at, style, timeZone, locale);
  const because = (reason: string | null) => (reason ? ` ${t("reason", { reason })}` : "");
  return (item: Attention): string => {
    switch (item.kind) {
      case "status":
        return t("status", { status: statuses(item.status) }) + because(item.reason);
      case "acceptance_off":
        return t("acceptanceOff") + because(item.reason);
      case "requirement": {
        const values = {
          name: requirement(item.code),
          terminal: item.terminalId ?? "none",
          deadline: item.deadlineAt === null ? "none" : moment(item.deadlineAt, "date"),
        };
        if (item.standing === "due_soon") return t("dueSoon", values);
        return item.severity === "block" ? t("pastDueStops", values) : t("pastDue", values);
      }
      case "maintenance": {
        const values = { from: moment(item.startsAt, "short"), to: moment(item.endsAt, "short") };
        return item.severity === "block" ? t("outage", values) : t("degraded", values);
      }
      case "limit_reached":
        return t("limitReached", {
          limit: words.line(item.limit),
          percent: item.percent,
        });
      case "refusals":
        return t("refusals", {
          count: item.count,
          code: item.responseCode,
          terminal: item.terminalId,
          since: moment(item.since, "time"),
        });
      case "question":
        return t("question", { question: item.question });
    }
  };
}

function AttentionAction({ item, mayRequest }: Pick<AttentionItemProps, "item" | "mayRequest">) {
  const t = useTranslations("home.attention");
  const link = attentionLink(item, mayRequest);
  if (!link) return null;
  return (
    <LinkButton size="small" href={link.href} className="mt-1">
      {t(`action.${link.action}`)}
    </LinkButton>
  );
}

function attentionLink(item: Attention, mayRequest: boolean) {
  switch (item.kind) {
    case "limit_reached":
      return mayRequest
        ? ({ action: "ask", href: `/limit-requests/new?limit=${item.limit.limitId}` } as const)
        : null;
    case "refusals":
      return { action: "why", href: `/terminals/${item.terminalId}#refusals` } as const;
    case "question":
      return { action: "answer", href: `/limit-requests/${item.limitRequestId}` } as const;
    case "requirement":
    case "status":
    case "acceptance_off":
      return { action: "compliance", href: "/compliance" } as const;
    default:
      return null;
  }
}
