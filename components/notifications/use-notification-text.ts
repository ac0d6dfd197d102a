import { useTranslations } from "next-intl";
import { useDateLocale } from "@/components/time/use-date-locale";
import { useUntil } from "@/components/time/use-until";
import type { CutOver } from "@/lib/domain/business-day";
import { REQUEST_STATES } from "@/lib/domain/limit-requests/request-state";
import { LIMIT_SCOPES, WINDOWS } from "@/lib/domain/limits/limit";
import { MERCHANT_STATUSES, MERCHANT_SWITCHES } from "@/lib/domain/merchants";
import { formatMoney } from "@/lib/domain/money";
import {
  type Notification,
  NOTIFICATION_KINDS,
  type NotificationParams,
} from "@/lib/domain/notifications";
import { TERMINAL_STATUSES } from "@/lib/domain/terminals/terminal-status";
import { formatMoment } from "@/lib/i18n/format-moment";
import { terminalsChanged } from "@/lib/i18n/terminals-changed";

type Told = Pick<Notification, "kind" | "params" | "createdAt">;

const pick = <T extends string>(known: readonly T[], value: unknown) =>
  known.find((one) => one === value);

/** A change with the period it holds, as far as that was noted and is not just "from now on". */
function useDatedChange(cutOver: CutOver) {
  const t = useTranslations("notifications");
  const limits = useTranslations("limits");
  const locale = useDateLocale();
  const untilText = useUntil(cutOver);

  const bound = (params: NotificationParams, amount: string, count: string): string | null => {
    const currency = String(params.currency ?? "");
    const minor = params[amount];
    if (typeof minor === "number" && currency) return formatMoney(minor, currency);
    const charges = params[count];
    return typeof charges === "number" ? limits("charges", { count: charges }) : null;
  };

  const change = (params: NotificationParams): string => {
    const from = bound(params, "fromMaxAmountMinor", "fromMaxCount");
    const to =
      bound(params, "toMaxAmountMinor", "toMaxCount") ??
      bound(params, "maxAmountMinor", "maxCount");
    if (to === null) return from === null ? "" : t("change", { from, to: limits("unlimited") });
    return from === null ? to : t("change", { from, to });
  };

  return ({ params, createdAt }: Told): string => {
    const { startsAt, endsAt } = params;
    const from =
      typeof startsAt === "number" && startsAt > createdAt
        ? formatMoment(startsAt, "short", cutOver.timeZone, locale)
        : null;
    const until = typeof endsAt === "number" ? untilText(endsAt, "short") : null;
    const text = change(params);
    if (from && until) return t("period.both", { change: text, from, until });
    if (from) return t("period.from", { change: text, from });
    return until ? t("period.until", { change: text, until }) : text;
  };
}

/** What somebody is told, in one sentence made of the values that were noted when it happened. */
export function useNotificationText(cutOver: CutOver) {
  const t = useTranslations("notifications");
  const limits = useTranslations("limits");
  const enums = useTranslations("enums");
  const all = useTranslations();
  const dated = useDatedChange(cutOver);

  const limitName = (params: NotificationParams): string => {
    const scope = pick(LIMIT_SCOPES, params.scope) ?? (params.terminalId ? "terminal" : "merchant");
    const window = pick(WINDOWS, params.window);
    const whose = limits(`whose.${scope}`, {
      id: String(params.terminalId ?? ""),
      name: String(params.store ?? ""),
    });
    return window ? `${whose} · ${enums(`window.${window}`)}` : whose;
  };

  const statusName = (to: unknown): string => {
    const ofMerchant = pick(MERCHANT_STATUSES, to);
    const ofTerminal = pick(TERMINAL_STATUSES, to);
    if (ofMerchant) return enums(`merchantStatus.${ofMerchant}`);
    return ofTerminal ? enums(`terminalStatus.${ofTerminal}`) : String(to ?? "");
  };

  return (told: Told): string => {
    const { kind, params } = told;
    const known = pick(NOTIFICATION_KINDS, kind);
    if (!known) return t("kind.other");
    const outcome = pick(REQUEST_STATES, params.outcome);
    const reason = typeof params.reason === "string" ? t("reason", { reason: params.reason }) : "";
    const status = statusName(params.to);
    if (Array.isArray(params.named)) return terminalsChanged(all, params, { status, reason });
    return t(`kind.${known}`, {
      limit: limitName(params),
      change: dated(told),
      ...{ status, reason },
      terminal: String(params.terminalId ?? ""),
      terminals: Number(params.terminals ?? 1),
      control: pick(MERCHANT_SWITCHES, params.control) ?? "payment_acceptance",
      enabled: String(params.enabled ?? ""),
      percent: Number(params.percent ?? 0),
      outcome: outcome ? enums(`requestState.${outcome}`) : String(params.outcome ?? ""),
      question: String(params.question ?? ""),
      changed: Number(params.changed ?? 0),
      asked: Number(params.asked ?? 0),
      limits: Number(params.limits ?? 0),
    });
  };
}
