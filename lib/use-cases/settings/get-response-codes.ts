import "server-only";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Instant } from "@/lib/domain/instant";
import { PROFILE_IDS, type ProfileId } from "@/lib/domain/response-codes/profiles";
import { getAcquirerSettings } from "@/lib/data/acquirer-settings";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { listResponseCodes, type ResponseCode } from "@/lib/data/response-codes";
import { getReasonMap } from "@/lib/data/settings-effects";
import { authorize } from "@/lib/use-cases/authorize";

export type ResponseCodesView = {
  profileId: ProfileId;
  chosenProfile: string;
  codes: ResponseCode[];
  reasonMap: Record<string, string>;
  timeZone: string;
  now: Instant;
};

/** A profile's catalogue and the code each reason is expected to show; the acquirer's own when none is named. */
export async function getResponseCodes(
  ctx: Ctx,
  wanted: string | null,
): Promise<ResponseCodesView> {
  authorize(ctx, "settings.read", ACQUIRER);
  return withAcquirer(ctx, async (db) => {
    const { responseCodeProfile: chosenProfile, timeZone } = await getAcquirerSettings(db);
    const known = (name: string | null) => PROFILE_IDS.find((id) => id === name);
    const profileId = known(wanted) ?? known(chosenProfile) ?? PROFILE_IDS[0];
    const codes = await listResponseCodes(db, profileId);
    const reasonMap = await getReasonMap(db, profileId);
    return { profileId, chosenProfile, codes, reasonMap, timeZone, now: ctx.now().getTime() };
  });
}
