import { z } from "zod";
import { ACQUIRER_ROLES } from "@/lib/domain/access/actor";
import { isCurrency } from "@/lib/domain/currencies";
import { REASON_CODES } from "@/lib/domain/limit-check/reason-codes";
import { WINDOWS } from "@/lib/domain/limits/limit";
import { MERCHANT_TIERS } from "@/lib/domain/merchants";
import { isLimitAmount, parseAmount } from "@/lib/domain/money";
import { PROFILE_IDS } from "@/lib/domain/response-codes/profiles";
import {
  readTemplateKey,
  TEMPLATE_CHANNELS,
  TEMPLATE_WINDOWS,
} from "@/lib/domain/settings/limit-template";
import { isTimeZone } from "@/lib/domain/zoned-time";

/** Zone (IANA) and cut-over time (HH:MM) of the business day. */
export const BusinessDayForm = z.strictObject({
  timeZone: z.string().max(60).refine(isTimeZone, "not_a_zone"),
  cutOverTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not_a_time"),
});
export type BusinessDayForm = z.infer<typeof BusinessDayForm>;

export const ProfileForm = z.strictObject({ responseCodeProfile: z.enum(PROFILE_IDS) });
/** Percent, 1 to 100. */
export const WarnForm = z.strictObject({
  warnPercent: z.int("not_a_percent").min(1, "not_a_percent").max(100, "not_a_percent"),
});
/** Days, 0 to 365. */
export const DueSoonForm = z.strictObject({
  dueSoonDays: z.int("not_days").min(0, "not_days").max(365, "not_days"),
});
export const SplitForm = z.strictObject({ splitAllowed: z.boolean() });

/** An amount as typed, or none. */
export const AmountForm = z.strictObject({ amount: z.string().max(40), none: z.boolean() });
export type AmountForm = z.infer<typeof AmountForm>;

/** The amount in minor units, null for none; undefined when it cannot be read. */
export function amountOf(
  { amount, none }: AmountForm,
  currency: string,
): number | null | undefined {
  if (none) return null;
  const parsed = parseAmount(amount, currency);
  return parsed.ok && isLimitAmount(parsed.amountMinor) ? parsed.amountMinor : undefined;
}

/** A new line of the limit templates; an MCC of "" is every category. */
export const NewTemplateForm = z.strictObject({
  tier: z.enum(MERCHANT_TIERS),
  mcc: z.string().regex(/^(\d{4})?$/, "mcc"),
  channel: z.enum(TEMPLATE_CHANNELS),
  window: z.enum(TEMPLATE_WINDOWS),
  amount: z
    .string()
    .max(40)
    .refine((text) => parseAmount(text, "CNY").ok, "amount"),
});
export type NewTemplateForm = z.infer<typeof NewTemplateForm>;

const Maximum = z.strictObject({ maxAmountMinor: z.int().refine(isLimitAmount).nullable() });
const ThresholdKey = z.string().refine((key) => {
  const [window, currency = "", ...rest] = key.split("|");
  return WINDOWS.some((one) => one === window) && isCurrency(currency) && rest.length === 0;
});
const TemplateKey = z
  .string()
  .max(60)
  .refine((key) => {
    const { tier, mcc, channel, window, currency } = readTemplateKey(key);
    const isKnown =
      MERCHANT_TIERS.includes(tier) &&
      TEMPLATE_CHANNELS.includes(channel) &&
      TEMPLATE_WINDOWS.includes(window);
    return isKnown && /^(\d{4})?$/.test(mcc) && isCurrency(currency) && key.split("|").length === 5;
  });
const Codes = z.partialRecord(z.enum(REASON_CODES), z.string().min(1).max(3).nullable());
const Roles = z.strictObject({ roles: z.array(z.enum(ACQUIRER_ROLES)).max(ACQUIRER_ROLES.length) });

const wish = <Kind extends string, Key extends z.ZodType<string>, Value extends z.ZodType>(
  kind: Kind,
  key: Key,
  value: Value,
) => z.strictObject({ kind: z.literal(kind), key, before: value, after: value });

const Only = z.literal("");

const isOfSameReasons = ({ before, after }: { before: object; after: object }): boolean => {
  const reasons = Object.keys(before).toSorted().join();
  return reasons !== "" && reasons === Object.keys(after).toSorted().join();
};

/** A change of a setting: as it was seen, and as it shall be. */
export const SettingsWishForm = z.discriminatedUnion("kind", [
  wish("business_day", Only, BusinessDayForm),
  wish("response_code_profile", Only, ProfileForm),
  wish("four_eyes_threshold", ThresholdKey, Maximum),
  wish("reason_code_map", z.enum(PROFILE_IDS), Codes).refine(isOfSameReasons),
  wish("limit_template", TemplateKey, Maximum),
  wish("roles", z.string().max(40), Roles),
  wish("warn_percent", Only, WarnForm),
  wish("due_soon_days", Only, DueSoonForm),
  wish("split_allowed", Only, SplitForm),
]);

export type SettingsWishForm = z.infer<typeof SettingsWishForm>;

export const ChangeRef = z.strictObject({ changeId: z.string().max(40) });
