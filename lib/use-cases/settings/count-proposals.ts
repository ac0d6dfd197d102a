import "server-only";
import { mayConfirmSignUpLink, SIGN_UP_LINK_MS } from "@/lib/domain/access/sign-up-links";
import { ACQUIRER } from "@/lib/domain/ids";
import { type ProposalCounts, proposalPlace } from "@/lib/domain/settings/proposals";
import { mayDecideChange, PROPOSED_KINDS } from "@/lib/domain/settings/settings-change";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { listSettingsChanges } from "@/lib/data/settings-changes";
import { listLinkRequests } from "@/lib/data/sign-up-link-requests";
import { authorize } from "@/lib/use-cases/authorize";

/** How much waits for the reader's confirmation, by where it is confirmed. */
export async function countProposals(ctx: Ctx): Promise<ProposalCounts> {
  authorize(ctx, "settings.confirm", ACQUIRER);
  const at = ctx.now();
  return withAcquirer(ctx, async (db) => {
    const { waiting } = await listSettingsChanges(db, PROPOSED_KINDS, at, 0);
    const counts = { settings: 0, limitTemplates: 0, people: 0 };
    for (const change of waiting) {
      if (mayDecideChange(ctx.actor, change)) counts[proposalPlace(change.kind)] += 1;
    }
    const links = await listLinkRequests(db, new Date(at.getTime() - SIGN_UP_LINK_MS));
    counts.people += links.filter((one) => mayConfirmSignUpLink(ctx.actor, one)).length;
    return counts;
  });
}
