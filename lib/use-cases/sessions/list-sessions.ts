import "server-only";
import type { Ctx } from "@/lib/data/ctx";
import { withDirectory } from "@/lib/data/db";
import { listSessions as sessionsOf } from "@/lib/data/sessions";
import { idleMsOf, type SessionEntry } from "@/lib/domain/access/session-rules";
import { authorizePerson } from "@/lib/use-cases/authorize";

/** The browsers in which the person is signed in now. */
export async function listSessions(ctx: Ctx): Promise<SessionEntry[]> {
  const { userId, memberships } = authorizePerson(ctx);
  return withDirectory((db) => sessionsOf(db, userId, ctx.now(), idleMsOf(memberships)));
}
