import { z } from "zod";
import { CURRENCY_CODES, isCurrency } from "@/lib/domain/currencies";
import { MAX_AMOUNT_MINOR, MAX_CHARGE_MINOR, MIN_CHARGE_MINOR } from "@/lib/domain/money";

/** An ISO 4217 code with a minor unit, upper case. */
export const currency = z
  .string()
  .refine(isCurrency, { error: "Not an ISO 4217 currency code.", params: { code: "not_one_of" } })
  .meta({
    id: "Currency",
    description: "ISO 4217 currency code, upper case.",
    enum: [...CURRENCY_CODES],
    examples: ["CNY"],
  });

/** What is charged: 1 to 999999999999 minor units. */
export const chargeMoney = z
  .strictObject({
    value: z
      .int()
      .min(MIN_CHARGE_MINOR)
      .max(MAX_CHARGE_MINOR)
      .meta({
        description: "Minor units, e.g. 520000 for 5,200.00 CNY; 1 to 999999999999.",
        examples: [520_000],
      }),
    currency,
  })
  .meta({ id: "ChargeMoney", description: "An amount to charge, integer minor units." });

/** What a limit allows, or what is counted against it: 0 to 2^53-1 minor units. */
export const money = z
  .strictObject({
    value: z
      .int()
      .min(0)
      .max(MAX_AMOUNT_MINOR)
      .meta({ description: "Minor units; 0 to 2^53-1.", examples: [520_000] }),
    currency,
  })
  .meta({ id: "Money", description: "An amount, integer minor units." });
export type Money = z.infer<typeof money>;

export const toMoney = (amountMinor: number, currencyCode: string): Money => ({
  value: amountMinor,
  currency: currencyCode,
});
