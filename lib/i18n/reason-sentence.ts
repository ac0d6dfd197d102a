import type { useTranslations } from "next-intl";
import type { Reason, ReasonSubject, LimitFigures } from "@/lib/domain/limit-check/reason";
import { REQUIREMENT_CODES } from "@/lib/domain/compliance";
import { formatMoney } from "@/lib/domain/money";
import type { TerminalStatus } from "@/lib/domain/limit-check/snapshot";
import { formatMoment } from "@/lib/i18n/format-moment";
import type { DateLocale } from "@/lib/i18n/clock";
import { windowSpan } from "@/lib/i18n/window-span";

export type Translate = ReturnType<typeof useTranslations<never>>;
export type Reading = { t: Translate; locale: DateLocale; timeZone: string };

/** The charge a reason speaks of. */
export type ReasonCharge = {
  merchantId: string;
  terminalId: string;
  amountMinor: number;
  currency: string;
};

type Values = Record<string, string | number>;

const percentOf = (part: number, whole: number) =>
  whole === 0 ? 100 : Math.min(100, Math.floor((part / whole) * 100));

const MINUTE_MS = 60_000;

/** How long the window of a limit is, and by what name it goes. */
function windowWords({ window, windowSeconds }: LimitFigures, { t }: Reading): Values {
  if (windowSeconds === null)
    return { span: "", window: t(`enums.window.${window}`).toLowerCase() };
  const { unit, count } = windowSpan(windowSeconds);
  const span = t(`reasons.words.span.${unit}`, { count });
  return { span, window: t("reasons.words.rolling", { span }) };
}

/** When there is more again; a moment within a minute is told as the minute after it. */
function resetWords({ window, resetsAt }: LimitFigures, { timeZone, locale }: Reading): Values {
  if (resetsAt === null) return { reset: "none", resets: "" };
  const minute = Math.ceil(resetsAt / MINUTE_MS) * MINUTE_MS;
  const resets = formatMoment(minute, "short", timeZone, locale);
  return { reset: window === "rolling" ? "rolling" : "calendar", resets };
}

function limitValues(about: LimitFigures, charge: ReasonCharge, reading: Reading): Values {
  const { t } = reading;
  const figure = (value: number) =>
    about.measure === "amount" ? formatMoney(value, about.currency) : String(value);
  const taken = (about.used ?? 0) + (about.reserved ?? 0);
  const more = about.measure === "amount" ? charge.amountMinor : 1;
  return {
    limit: figure(about.limit),
    remaining: figure(about.remaining),
    ...windowWords(about, reading),
    ...resetWords(about, reading),
    percent: percentOf(taken + more, about.limit),
    whose:
      about.scope === "terminal"
        ? t("reasons.words.whose.terminal")
        : about.scope === "store"
          ? t("reasons.words.whose.store", { name: about.store ?? "" })
          : t("reasons.words.whose.merchant"),
  };
}

function requirementName(code: string, { t }: Reading): string {
  const known = REQUIREMENT_CODES.find((name) => name === code);
  return t(`compliance.requirement.${known ?? "other"}`);
}

const ATTRIBUTE_GROUPS = ["entryMode", "fundingSource", "cardOrigin"] as const;

/** A value of a charge's attribute by its name in the language; anything else as it is. */
function attributeName(value: string, { t }: Reading): string {
  for (const group of ATTRIBUTE_GROUPS) {
    const key = `enums.${group}.${value}` as `enums.entryMode.chip`;
    if (t.has(key)) return t(key);
  }
  return value;
}

const list = (names: readonly string[], { t }: Reading) =>
  names.join(t("reasons.words.listSeparator"));

type Kind = ReasonSubject["kind"];
type About<K extends Kind> = Extract<ReasonSubject, { kind: K }>;

const VALUES: {
  [K in Kind]: (about: About<K>, charge: ReasonCharge, reading: Reading) => Values;
} = {
  limit: limitValues,
  requirement: ({ requirementCode, deadlineAt }, _charge, reading) => ({
    requirement: requirementName(requirementCode, reading),
    hasDeadline: deadlineAt === null ? "no" : "yes",
    deadline:
      deadlineAt === null ? "" : formatMoment(deadlineAt, "date", reading.timeZone, reading.locale),
  }),
  maintenance: ({ endsAt }, _charge, { timeZone, locale }) => ({
    until: formatMoment(endsAt, "short", timeZone, locale),
  }),
  status: ({ status, statusReason }, _charge, reading) => ({
    state: stateName(status, reading),
    note: statusReason === null ? "" : reading.t("reasons.words.note", { reason: statusReason }),
  }),
  currency: ({ currency, accepted }, _charge, reading) => ({
    currency,
    accepted: list(accepted, reading),
    hasAccepted: accepted.length === 0 ? "no" : "yes",
  }),
  attribute: ({ value, enabled }, _charge, reading) => ({
    value: attributeName(value, reading),
    accepted: list(
      enabled.map((one) => attributeName(one, reading)),
      reading,
    ),
  }),
  hours: ({ tradingHours }) => ({ hours: tradingHours }),
  reported: ({ reportedMerchantId, reportedTerminalId }, _charge, { t }) => ({
    reported: t("reasons.words.reported", {
      merchant: reportedMerchantId ?? "-",
      terminal: reportedTerminalId ?? "-",
    }),
  }),
  ceiling: ({ currency, ceilingMinor }) => ({ limit: formatMoney(ceilingMinor, currency) }),
  none: () => ({}),
};

function subjectValues<K extends Kind>(about: About<K>, charge: ReasonCharge, reading: Reading) {
  const values: (about: About<K>, charge: ReasonCharge, reading: Reading) => Values =
    VALUES[about.kind as K];
  return values(about, charge, reading);
}

/** A terminal's state by its name; a merchant's is chosen inside the message. */
function stateName(status: string, { t }: Reading): string {
  const key = `enums.terminalStatus.${status}` as `enums.terminalStatus.${TerminalStatus}`;
  return t.has(key) ? t(key) : status;
}

/** Why, in one sentence of one language. */
export function reasonSentence(reason: Reason, charge: ReasonCharge, reading: Reading): string {
  return reading.t(`reasons.${reason.code}`, {
    merchant: charge.merchantId,
    terminal: charge.terminalId,
    amount: formatMoney(charge.amountMinor, charge.currency),
    ...subjectValues(reason.about, charge, reading),
  });
}
