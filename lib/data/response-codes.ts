import "server-only";
import type { ReasonCode } from "@/lib/domain/limit-check/reason-codes";
import type { Db } from "@/lib/data/ctx";

/** One code of a profile, in our own words. */
export type ResponseCode = {
  code: string;
  meaning: { en: string; zh: string };
  category: string;
  emitters: string[];
  predictable: string;
  retryClass: string;
  merchantAction: { en: string; zh: string };
};

export async function listResponseCodes(db: Db, profileId: string): Promise<ResponseCode[]> {
  const rows = await db.responseCode.findMany({ where: { profileId }, orderBy: { code: "asc" } });
  return rows.map((row) => ({
    ...{ code: row.code, category: row.category, emitters: row.emitters },
    ...{ predictable: row.predictable, retryClass: row.retryClass },
    meaning: { en: row.meaningEn, zh: row.meaningZh },
    merchantAction: { en: row.merchantActionEn, zh: row.merchantActionZh },
  }));
}

/** The code that a profile expects a terminal to show. */
export type ExpectedCode = { profileId: string; responseCode: string };

/** What each profile expects to be shown for a reason; a profile that expects none is left out. */
export async function listExpectedCodes(db: Db, reasonCode: ReasonCode): Promise<ExpectedCode[]> {
  return db.reasonCodeMap.findMany({
    where: { reasonCode },
    select: { profileId: true, responseCode: true },
  });
}

export async function listProfileIds(db: Db): Promise<string[]> {
  const rows = await db.responseCodeProfile.findMany({ select: { profileId: true } });
  return rows.map(({ profileId }) => profileId);
}
