import "server-only";
import { NotFoundError } from "@/lib/domain/errors";
import type { ReviewedMerchant } from "@/lib/domain/limit-requests/review";
import type { Db } from "@/lib/data/ctx";

export async function getReviewedMerchant(
  db: Db,
  merchantId: string,
  terminalId: string | null,
): Promise<ReviewedMerchant> {
  const [row] = await db.$queryRaw<{ merchant: ReviewedMerchant }[]>`
    select jsonb_build_object('merchantId', m.merchant_id, 'legalName', m.legal_name,
      'tradingName', m.trading_name, 'tier', m.tier, 'mcc', m.mcc, 'status', m.status,
      'riskRating', m.risk_rating, 'riskRatedAt', epoch_ms(m.risk_rated_at),
      'terminalName', t.name, 'store', t.store,
      'acceptance', coalesce((
        select jsonb_build_object('enabled', c.enabled, 'reason', c.reason) from merchant_controls c
        where c.merchant_id = m.merchant_id and c.control = 'payment_acceptance' and c.until is null),
        '{"enabled": true, "reason": null}'),
      'requirements', requirement_states(m.merchant_id)) as merchant
    from merchants m
    left join terminals t on t.merchant_id = m.merchant_id and t.terminal_id = ${terminalId}
    where m.merchant_id = ${merchantId}`;
  if (!row) throw new NotFoundError();
  return row.merchant;
}
