import { z } from "zod";
import { oneOf, statusReason, text } from "@/lib/contracts/imports/cells";
import { merchantId } from "@/lib/contracts/record-ids";
import { isCurrency } from "@/lib/domain/currencies";
import { MERCHANT_STATUSES, MERCHANT_TIERS } from "@/lib/domain/merchants";
import { isTimeZone } from "@/lib/domain/zoned-time";

const columns = {
  merchant_id: merchantId,
  legal_name: text(200),
  trading_name: z.string().max(200, { error: "at most 200 characters" }).optional(),
  mcc: z.string().regex(/^\d{4}$/, { error: "four digits" }),
  tier: oneOf(MERCHANT_TIERS),
  currency: z.string().refine(isCurrency, { error: "not an ISO 4217 currency code" }),
  time_zone: z.string().refine(isTimeZone, { error: "not an IANA time zone" }),
  status: oneOf(MERCHANT_STATUSES),
  status_reason: statusReason,
};

const schema = z.strictObject(columns).transform((row) => ({
  merchantId: row.merchant_id,
  legalName: row.legal_name,
  ...(row.trading_name ? { tradingName: row.trading_name } : {}),
  ...{ mcc: row.mcc, tier: row.tier, currency: row.currency, status: row.status },
  ...{ timeZone: row.time_zone, statusReason: row.status_reason ?? null },
}));

/** One row of a merchants file: status never moves a switch; a status that changes needs its reason. */
export type ImportedMerchant = z.output<typeof schema>;

export const merchantsFile = {
  noun: "merchant",
  schema,
  columns: Object.keys(columns),
  required: ["merchant_id", "legal_name", "mcc", "tier", "currency", "time_zone", "status"],
  keyOf: (row: ImportedMerchant) => row.merchantId,
};
