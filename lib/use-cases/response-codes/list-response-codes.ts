import "server-only";
import { InvalidError } from "@/lib/domain/errors";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listResponseCodes as readCodes, type ResponseCode } from "@/lib/data/response-codes";
import { authorizeReach } from "@/lib/use-cases/authorize";

/** The catalogue of a response-code profile, by code; the acquirer's own when none is named. */
export async function listResponseCodes(
  ctx: Ctx,
  merchantId: string,
  wanted: string | null,
): Promise<{ profile: string; codes: ResponseCode[] }> {
  authorizeReach(ctx, merchantId);
  return withMerchant(ctx, merchantId, async (db) => {
    const profile = wanted ?? (await getAcquirerSettings(db)).responseCodeProfile;
    const codes = await readCodes(db, profile);
    if (codes.length > 0) return { profile, codes };
    const detail = "There is no such response-code profile.";
    throw new InvalidError([{ pointer: "/profile", code: "unknown", detail }]);
  });
}
