import "server-only";
import { withDirectory } from "@/lib/data/db";
import { recordAuditEventOfPerson } from "@/lib/data/person-audit-events";
import { insertSession } from "@/lib/data/sessions";
import { listMembershipsOf } from "@/lib/data/users";
import { SESSION_ABSOLUTE_MS } from "@/lib/domain/access/session-rules";
import { newId } from "@/lib/platform/ids";
import {
  type AttemptRequest,
  type PasswordAttempt,
  verifyPassword,
} from "@/lib/use-cases/verify-password";

export type SignedIn = {
  sessionId: string;
  locale: string | null;
  theme: string | null;
  clock: string | null;
};

/** Opens a session for whoever gives the right e-mail and password. */
export async function signIn(
  attempt: PasswordAttempt,
  request: AttemptRequest & { userAgent: string | null },
): Promise<SignedIn> {
  const { userId, name, locale, theme, clock } = await verifyPassword(attempt, request);
  const { at, address, userAgent, requestId } = request;
  const sessionId = newId("ses");
  const expiresAt = new Date(at.getTime() + SESSION_ABSOLUTE_MS);
  await withDirectory(async (db) => {
    await insertSession(db, { sessionId, userId, at, expiresAt, address, userAgent });
    const memberships = await listMembershipsOf(db, userId);
    const passwordConfirmedAt = at.getTime();
    const actor = {
      kind: "user",
      userId,
      name,
      sessionId,
      memberships,
      passwordConfirmedAt,
    } as const;
    const ctx = { actor, now: () => at, requestId };
    await recordAuditEventOfPerson(db, userId, ctx, {
      action: "session.create",
      after: { address },
    });
  });
  return { sessionId, locale, theme, clock };
}
