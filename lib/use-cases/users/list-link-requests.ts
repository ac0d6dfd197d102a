import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withMerchant } from "@/lib/data/db";
import { listLinkRequests as readLinkRequests } from "@/lib/data/sign-up-link-requests";
import { type LinkRequest, SIGN_UP_LINK_MS } from "@/lib/domain/access/sign-up-links";
import { ACQUIRER } from "@/lib/domain/ids";
import { authorize } from "@/lib/use-cases/authorize";

/** The links for the acquirer's people that wait for a second person, the longest waiting first. */
export async function listLinkRequests(ctx: Ctx): Promise<LinkRequest[]> {
  authorize(ctx, "sign_up_links.confirm", ACQUIRER);
  const stale = new Date(ctx.now().getTime() - SIGN_UP_LINK_MS);
  return withMerchant(ctx, ACQUIRER, (db) => readLinkRequests(db, stale));
}
