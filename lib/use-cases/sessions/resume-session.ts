import "server-only";
import { withDirectory } from "@/lib/data/db";
import { findSession, type SessionRecord, touchSession } from "@/lib/data/sessions";
import { isSessionLive } from "@/lib/domain/access/session-rules";

// Every request would otherwise write; idle ends are exact to this much.
const TOUCH_EVERY_MS = 10_000;

/**
 * The session as it stands at this request: null once revoked, idle, 12 hours old, or its person
 * deactivated. Background requests leave the last activity as it is.
 */
export function resumeSession(
  sessionId: string,
  request: { at: Date; isActivity: boolean },
): Promise<SessionRecord | null> {
  const at = request.at.getTime();
  return withDirectory(async (db) => {
    const session = await findSession(db, sessionId);
    if (!session || session.isDeactivated) return null;
    if (!isSessionLive(session, session.memberships, at)) return null;
    if (request.isActivity && at - session.lastActiveAt >= TOUCH_EVERY_MS) {
      await touchSession(db, sessionId, request.at);
    }
    return session;
  });
}
