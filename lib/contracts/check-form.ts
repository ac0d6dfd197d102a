import { z } from "zod";
import { isCurrency } from "@/lib/domain/currencies";
import { TERMINAL_ID_PATTERN } from "@/lib/domain/ids";
import { CARD_ORIGINS, ENTRY_MODES, FUNDING_SOURCES } from "@/lib/domain/limits/limit";
import { isChargeAmount } from "@/lib/domain/money";

/** The charge a person asks about in the portal; amounts in minor units. */
export const CheckInput = z.strictObject({
  terminalId: z.string().regex(TERMINAL_ID_PATTERN),
  amountMinor: z.int().refine(isChargeAmount),
  currency: z.string().refine(isCurrency),
  entryMode: z.enum(ENTRY_MODES).optional(),
  fundingSource: z.enum(FUNDING_SOURCES).optional(),
  cardOrigin: z.enum(CARD_ORIGINS).optional(),
  cardExpiry: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
});
export type CheckInput = z.infer<typeof CheckInput>;

/** Up to 100 charges a person asks about at once, each judged by itself. */
export const MOST_CHARGES = 100;
export const CheckManyInput = z.strictObject({
  charges: z.array(CheckInput).min(1).max(MOST_CHARGES),
});
export type CheckManyInput = z.infer<typeof CheckManyInput>;
