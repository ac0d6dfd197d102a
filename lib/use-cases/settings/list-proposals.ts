import "server-only";
import { mayConfirmSignUpLink, SIGN_UP_LINK_MS } from "@/lib/domain/access/sign-up-links";
import { ACQUIRER } from "@/lib/domain/ids";
import { OUTCOME_DAYS, type Proposals } from "@/lib/domain/settings/proposals";
import { mayDecideChange, PROPOSED_KINDS } from "@/lib/domain/settings/settings-change";
import { DAY_MS } from "@/lib/domain/zoned-time";
import type { Ctx } from "@/lib/data/ctx";
import { withAcquirer } from "@/lib/data/db";
import { listSettingsChanges, listSettingsChangesBy } from "@/lib/data/settings-changes";
import { listLinkRequests } from "@/lib/data/sign-up-link-requests";
import { listNamesOf } from "@/lib/data/users";
import { authorize, authorizePerson } from "@/lib/use-cases/authorize";

const MOST_OWN = 10;

/** What waits for the reader's confirmation, and what became of what they proposed themselves. */
export async function listProposals(ctx: Ctx): Promise<Proposals> {
  authorize(ctx, "settings.confirm", ACQUIRER);
  const { userId } = authorizePerson(ctx);
  const at = ctx.now();
  const before = (ms: number) => new Date(at.getTime() - ms);
  return withAcquirer(ctx, async (db) => {
    const { waiting } = await listSettingsChanges(db, PROPOSED_KINDS, at, 0);
    const changes = waiting.filter((change) => mayDecideChange(ctx.actor, change));
    const asked = (await listLinkRequests(db, before(SIGN_UP_LINK_MS))).filter((request) =>
      mayConfirmSignUpLink(ctx.actor, request),
    );
    const own = await listSettingsChangesBy(
      db,
      userId,
      before(OUTCOME_DAYS * DAY_MS),
      at,
      MOST_OWN,
    );
    const about = [...changes, ...own].filter(({ kind }) => kind === "roles").map(({ key }) => key);
    const people = await listNamesOf(db, [...about, ...asked.map((request) => request.userId)]);
    const links = asked.map((request) => ({ ...request, name: people[request.userId] ?? "" }));
    return { changes, links, own, people };
  });
}
