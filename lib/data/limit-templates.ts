import "server-only";
import type { LimitTemplate } from "@/lib/domain/settings/limit-template";
import type { Db } from "@/lib/data/ctx";

/** Every line of the templates, in the acquirer's context. */
export async function listLimitTemplates(db: Db): Promise<LimitTemplate[]> {
  const rows = await db.limitTemplate.findMany({
    orderBy: [{ tier: "asc" }, { mcc: "asc" }, { channel: "asc" }, { currency: "asc" }],
  });
  return rows.map(
    (row) => ({ ...row, maxAmountMinor: Number(row.maxAmountMinor) }) as LimitTemplate,
  );
}

/** Which of a merchant's limits stand as a template filled them in. */
export async function listLimitIdsFromTemplate(db: Db, merchantId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ limitId: string; origin: string }[]>`
    select distinct on (v.limit_id) v.limit_id as "limitId", v.origin
    from limit_versions v
    where v.merchant_id = ${merchantId} and v.kind = 'base' and v.status = 'active'
    order by v.limit_id, v.version desc`;
  return rows.filter(({ origin }) => origin === "template").map(({ limitId }) => limitId);
}

export async function countLimitsOf(db: Db, merchantId: string): Promise<number> {
  return db.limit.count({ where: { merchantId } });
}
