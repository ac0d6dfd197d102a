import { z } from "zod";
import { ACQUIRER_ROLES } from "@/lib/domain/access/actor";
import { isCurrency } from "@/lib/domain/currencies";
import { REASON_CODES } from "@/lib/domain/limit-check/reason-codes";
import { isOfficeHours, ROUND_THE_CLOCK } from "@/lib/domain/limit-requests/due-at";
import { WINDOWS } from "@/lib/domain/limits/limit";
import { MERCHANT_TIERS } from "@/lib/domain/merchants";
import { isLimitAmount, parseAmount } from "@/lib/domain/money";
import { PROFILE_IDS } from "@/lib/domain/response-codes/profiles";
import {
  readTemplateKey,
  TEMPLATE_CHANNELS,
  TEMPLATE_WINDOWS,
} from "@/lib/domain/settings/limit-template";
import { type NumberKind, SETTING_RANGES } from "@/lib/domain/settings/setting-ranges";
import { isTimeZone } from "@/lib/domain/zoned-time";

/** Zone (IANA) and cut-over time (HH:MM) of the business day. */
export const BusinessDayForm = z.strictObject({
  timeZone: z.string().max(60).refine(isTimeZone, "not_a_zone"),
  cutOverTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not_a_time"),
});
export type BusinessDayForm = z.infer<typeof BusinessDayForm>;

export const ProfileForm = z.strictObject({ responseCodeProfile: z.enum(PROFILE_IDS) });

const numberOf = (kind: NumberKind) =>
  z.int().min(SETTING_RANGES[kind].min).max(SETTING_RANGES[kind].max);
/** One number within the range of its setting. */
export const numberForm = (kind: NumberKind) => z.strictObject({ value: numberOf(kind) });

/** What the acquirer is called, 1 to 80 characters. */
export const NameForm = z.strictObject({ name: z.string().trim().min(1).max(80) });
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not_a_time");
const Days = z.array(z.enum(["1", "2", "3", "4", "5", "6", "7"]));

/** Office hours as filled in: "00:00" closes at the end of the day. */
export const OfficeForm = z
  .strictObject({ always: z.boolean(), officeFrom: Time, officeTo: Time, officeDays: Days })
  .refine(({ always, officeDays }) => always || officeDays.length > 0, { path: ["officeDays"] })
  .refine(
    ({ always, officeFrom, officeTo }) =>
      always || isOfficeHours({ officeFrom, officeTo: endOf(officeTo), officeDays: [1] }),
    { path: ["officeTo"] },
  );
export type OfficeForm = z.input<typeof OfficeForm>;

const endOf = (officeTo: string) => (officeTo === "00:00" ? "24:00" : officeTo);

/** The hours that were filled in. */
export function officeOf({ always, officeFrom, officeTo, officeDays }: OfficeForm): Office {
  if (always) return { ...ROUND_THE_CLOCK, officeDays: [...ROUND_THE_CLOCK.officeDays] };
  return { officeFrom, officeTo: endOf(officeTo), officeDays: officeDays.map(Number) };
}

const Office = z
  .strictObject({
    officeFrom: Time,
    officeTo: z.union([Time, z.literal("24:00")]),
    officeDays: z.array(z.int().min(1).max(7)).max(7),
  })
  .refine(isOfficeHours);
type Office = z.infer<typeof Office>;

const SplitForm = z.strictObject({ splitAllowed: z.boolean() });

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

const Currency = z.string().refine(isCurrency);
/** An amount is read with the digits of its own currency. */
const isReadable = ({ amount, currency }: { amount: string; currency: string }): boolean =>
  parseAmount(amount, currency).ok;
const OnAmount = { path: ["amount"], error: "amount" };

/** A new line of the limit templates; an MCC of "" is every category. */
export const NewTemplateForm = z
  .strictObject({
    tier: z.enum(MERCHANT_TIERS),
    mcc: z.string().regex(/^(\d{4})?$/, "mcc"),
    channel: z.enum(TEMPLATE_CHANNELS),
    window: z.enum(TEMPLATE_WINDOWS),
    currency: Currency,
    amount: z.string().max(40),
  })
  .refine(isReadable, OnAmount);
export type NewTemplateForm = z.infer<typeof NewTemplateForm>;

/** A threshold for a window and a currency. */
export const NewThresholdForm = z
  .strictObject({ window: z.enum(WINDOWS), currency: Currency, amount: z.string().max(40) })
  .refine(isReadable, OnAmount);
export type NewThresholdForm = z.infer<typeof NewThresholdForm>;

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
  wish("warn_percent", Only, z.strictObject({ warnPercent: numberOf("warn_percent") })),
  wish("due_soon_days", Only, z.strictObject({ dueSoonDays: numberOf("due_soon_days") })),
  wish("split_allowed", Only, SplitForm),
  wish("acquirer_name", Only, NameForm),
  wish("decision_hours", Only, z.strictObject({ decisionHours: numberOf("decision_hours") })),
  wish("office_hours", Only, Office),
  wish("question_days", Only, z.strictObject({ questionDays: numberOf("question_days") })),
]);

export type SettingsWishForm = z.infer<typeof SettingsWishForm>;

export const ChangeRef = z.strictObject({ changeId: z.string().max(40) });
