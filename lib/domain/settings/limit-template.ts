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
 * The templates a merchant's limits begin with: those of its tier; where the category has templates of its
 * own, they take the place of all that are for every category.
 */
export function templatesFor(
  { tier, mcc }: { tier: MerchantTier; mcc: string },
  templates: readonly LimitTemplate[],
): LimitTemplate[] {
  const ofTier = templates.filter((template) => template.tier === tier);
  const own = ofTier.filter((template) => template.mcc === mcc);
  return own.length > 0 ? own : ofTier.filter((template) => template.mcc === "");
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
