import { limitsAmounts } from "@/lib/domain/limit-check/binding-limits";
import { makeReason } from "@/lib/domain/limit-check/make-reason";
import {
  type Moment,
  NO_REASONS,
  type Rule,
  type TerminalSnapshot,
} from "@/lib/domain/limit-check/rule";
import { versionInForce } from "@/lib/domain/limits/version-in-force";
import type { Instant } from "@/lib/domain/instant";

/** The currencies in which amounts are limited on the terminal at a moment, whatever the filters. */
function limitedCurrencies({ limits }: TerminalSnapshot, at: Instant): Set<string> {
  const currencies = new Set<string>();
  for (const limit of limits) {
    const version = versionInForce(limit.versions, at);
    if (version !== null && limitsAmounts(version)) currencies.add(limit.currency);
  }
  return currencies;
}

/** Amounts are limited in other currencies, on this terminal or only elsewhere, but not in this one. */
function isLimitedOnlyElsewhere(snapshot: TerminalSnapshot, currency: string, moment: Moment) {
  if (moment.limits.some(({ version }) => limitsAmounts(version))) return false;
  const onTerminal = limitedCurrencies(snapshot, moment.at);
  if (onTerminal.size > 0) return !onTerminal.has(currency);
  const { amountLimitCurrencies } = snapshot;
  return amountLimitCurrencies.length > 0 && !amountLimitCurrencies.includes(currency);
}

/** A currency the terminal does not take, or without an amount limit while another currency has one. */
export const currencyNotSupported: Rule<TerminalSnapshot> = (snapshot, { currency }, moment) => {
  const { currencies } = snapshot.terminal;
  const isTaken = currencies.length === 0 || currencies.includes(currency);
  if (isTaken && !isLimitedOnlyElsewhere(snapshot, currency, moment)) return NO_REASONS;
  const about = { kind: "currency", currency, accepted: currencies } as const;
  return [makeReason("CURRENCY_NOT_SUPPORTED", snapshot, about)];
};
