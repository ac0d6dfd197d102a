import { z } from "zod";
import {
  pageFrom,
  ROWS_PER_PAGE,
  type SaidParams,
  sortParam,
  TABLE_PARAMS,
  textParam,
  wordParam,
} from "@/lib/contracts/table-params";
import { MERCHANT_STATUSES, MERCHANT_TIERS } from "@/lib/domain/merchants";

export const MERCHANT_SORTS = ["mid", "merchant"] as const;

/** The order the table comes in. */
export const MERCHANTS_SORTED = { sort: "mid", dir: "asc" } as const;

/** The address of the list of merchants; whatever cannot be read is as if it were not there. */
const Params = z.object({
  q: textParam(80),
  status: wordParam(MERCHANT_STATUSES),
  tier: wordParam(MERCHANT_TIERS),
  sort: sortParam(MERCHANT_SORTS),
  dir: sortParam(["asc", "desc"]),
  ...TABLE_PARAMS,
});
export type MerchantListParams = z.output<typeof Params>;

export const readMerchantListParams = (params: SaidParams): MerchantListParams =>
  Params.parse(params);

export function merchantListQuery(params: MerchantListParams) {
  const { q, status, tier, sort, dir } = params;
  return {
    filter: { text: q || null, status, tier },
    page: { sort, descending: dir === "desc", limit: ROWS_PER_PAGE, ...pageFrom(params) },
  };
}
