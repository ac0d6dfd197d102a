import type { z } from "zod";
import {
  listAddress,
  pageOf,
  type SaidParams,
  sortParam,
  textParam,
  wordParam,
} from "@/lib/contracts/table-params";
import { MERCHANT_STATUSES, MERCHANT_TIERS } from "@/lib/domain/merchants";

export const MERCHANT_SORTS = ["mid", "merchant"] as const;

/** The order the table comes in. */
export const MERCHANTS_SORTED = { sort: "mid", dir: "asc" } as const;

/** The address of the list of merchants; whatever cannot be read is as if it were not there. */
const Params = listAddress({
  q: textParam(80),
  status: wordParam(MERCHANT_STATUSES),
  tier: wordParam(MERCHANT_TIERS),
  sort: sortParam(MERCHANT_SORTS),
});
export type MerchantListParams = z.output<typeof Params>;

export const readMerchantListParams = (params: SaidParams): MerchantListParams =>
  Params.parse(params);

export function merchantListQuery(params: MerchantListParams) {
  const { q, status, tier, sort } = params;
  return {
    filter: { text: q || null, status, tier },
    page: { sort, ...pageOf(params) },
  };
}
