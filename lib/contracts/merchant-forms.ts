import { z } from "zod";
import { merchantId } from "@/lib/contracts/record-ids";
import { MERCHANT_STATUSES, MERCHANT_SWITCHES } from "@/lib/domain/merchants";

const reason = z.string().trim().min(5, { error: "too_short" }).max(300, { error: "too_long" });

/** A new status, with the reason the merchant will read. */
export const merchantStatusForm = z.strictObject({
  merchantId,
  status: z.enum(MERCHANT_STATUSES),
  reason,
  seenVersion: z.int(),
});
export type MerchantStatusForm = z.infer<typeof merchantStatusForm>;

/** A switch turned on or off, with the reason the merchant will read. */
export const merchantSwitchForm = z.strictObject({
  merchantId,
  control: z.enum(MERCHANT_SWITCHES),
  enabled: z.boolean(),
  reason,
  seenSince: z.int(),
});
export type MerchantSwitchForm = z.infer<typeof merchantSwitchForm>;

export const merchantRef = z.strictObject({ merchantId });
