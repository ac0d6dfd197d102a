import { useTranslations } from "next-intl";
import { REQUEST_STATES } from "@/lib/domain/limit-requests/request-state";
import { LIMIT_SCOPES, WINDOWS } from "@/lib/domain/limits/limit";
import { MERCHANT_STATUSES, MERCHANT_SWITCHES } from "@/lib/domain/merchants";
import { formatMoney } from "@/lib/domain/money";
import type { NotificationParams } from "@/lib/domain/notifications";

const KINDS = [
  "limit_changed",
  "merchant_status_changed",
  "switch_changed",
  "usage_reached",
  "request_submitted",
  "request_decided",
  "request_applied",
  "request_reverted",
  "request_expired",
  "request_withdrawn",
  "question_asked",
  "question_answered",
] as const;

const pick = <T extends string>(known: readonly T[], value: unknown) =>
  known.find((one) => one === value);

/** What somebody is told, in one sentence made of the values that were noted when it happened. */
export function useNotificationText() {
  const t = useTranslations("notifications");
  const limits = useTranslations("limits");
  const enums = useTranslations("enums");

  const limitName = (params: NotificationParams): string => {
    const scope = pick(LIMIT_SCOPES, params.scope) ?? (params.terminalId ? "terminal" : "merchant");
    const window = pick(WINDOWS, params.window);
    const whose = limits(`whose.${scope}`, {
      id: String(params.terminalId ?? ""),
      name: String(params.store ?? ""),
    });
    return window ? `${whose} · ${enums(`window.${window}`)}` : whose;
  };

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

  return ({ kind, params }: { kind: string; params: NotificationParams }): string => {
    const known = pick(KINDS, kind);
    if (!known) return t("kind.other");
    const status = pick(MERCHANT_STATUSES, params.to);
    const outcome = pick(REQUEST_STATES, params.outcome);
    return t(`kind.${known}`, {
      limit: limitName(params),
      change: change(params),
      status: status ? enums(`merchantStatus.${status}`) : String(params.to ?? ""),
      control: pick(MERCHANT_SWITCHES, params.control) ?? "payment_acceptance",
      enabled: String(params.enabled ?? ""),
      reason: typeof params.reason === "string" ? t("reason", { reason: params.reason }) : "",
      percent: Number(params.percent ?? 0),
      outcome: outcome ? enums(`requestState.${outcome}`) : String(params.outcome ?? ""),
      question: String(params.question ?? ""),
    });
  };
}
