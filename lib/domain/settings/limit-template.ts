import type { MerchantTier } from "@/lib/domain/merchants";
import type { EntryMode, FundingSource, LimitFilters } from "@/lib/domain/limits/limit";

/** How customers pay, as acquirers set limits by it. */
export const TEMPLATE_CHANNELS = ["card", "scan", "scan_credit"] as const;
export type TemplateChannel = (typeof TEMPLATE_CHANNELS)[number];

export const TEMPLATE_WINDOWS = ["per_transaction", "daily", "weekly", "monthly"] as const;
export type TemplateWindow = (typeof TEMPLATE_WINDOWS)[number];

/** What one limit of a new merchant begins with; an MCC of "" is every category. */
export type LimitTemplate = {
  tier: MerchantTier;
  mcc: string;
  channel: TemplateChannel;
  window: TemplateWindow;
  currency: string;
  maxAmountMinor: number;
};

export type TemplateKey = Omit<LimitTemplate, "maxAmountMinor">;

const CARD: readonly EntryMode[] = ["chip", "magnetic_stripe", "contactless"];
const SCAN: readonly EntryMode[] = ["qr_static", "qr_dynamic"];
const CREDIT: readonly FundingSource[] = ["credit"];

/** What a limit of the channel counts: cards by chip, stripe or tap; codes; codes paid by credit. */
export function filtersOf(channel: TemplateChannel): LimitFilters {
  return {
    entryModes: [...(channel === "card" ? CARD : SCAN)],
    fundingSources: channel === "scan_credit" ? [...CREDIT] : [],
    ...{ cardOrigins: [], timeFrom: null, timeTo: null, daysOfWeek: [] },
  };
}

/**
 * The templates a merchant's limits begin with: those of its tier and currency; a line for its category takes
 * the place of the line for every category of the same channel and window.
 */
export function templatesFor(
  { tier, mcc, currency }: Pick<LimitTemplate, "tier" | "mcc" | "currency">,
  templates: readonly LimitTemplate[],
): LimitTemplate[] {
  const fitting = templates.filter((one) => one.tier === tier && one.currency === currency);
  const own = fitting.filter((one) => one.mcc === mcc);
  const hasOwn = ({ channel, window }: LimitTemplate) =>
    own.some((one) => one.channel === channel && one.window === window);
  return [...own, ...fitting.filter((one) => one.mcc === "" && !hasOwn(one))];
}

export const templateKeyText = ({ tier, mcc, channel, window, currency }: TemplateKey): string =>
  [tier, mcc, channel, window, currency].join("|");

/** The parts of a template's key as it was written by `templateKeyText`. */
export function readTemplateKey(text: string): TemplateKey {
  const [tier, mcc = "", channel, window, currency = ""] = text.split("|");
  return {
    tier: tier as MerchantTier,
    channel: channel as TemplateChannel,
    window: window as TemplateWindow,
    ...{ mcc, currency },
  };
}
