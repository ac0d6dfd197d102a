import "server-only";
import type { Membership } from "@/lib/domain/access/actor";
import type { SessionEntry, SessionTimes } from "@/lib/domain/access/session-rules";
import type { Instant } from "@/lib/domain/instant";
import type { Db } from "@/lib/data/ctx";

/** A session row with the person it belongs to, as both stand now. */
export type SessionRecord = SessionTimes & {
  sessionId: string;
  userId: string;
  passwordConfirmedAt: Instant;
  email: string;
  name: string;
  locale: string | null;
  theme: string | null;
  isDeactivated: boolean;
  memberships: Membership[];
};

type SessionRow = {
  sessionId: string;
  userId: string;
  lastActiveAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  passwordConfirmedAt: Date;
  email: string;
  name: string;
  locale: string | null;
  theme: string | null;
  isDeactivated: boolean;
  memberships: Membership[];
};

const toRecord = (row: SessionRow): SessionRecord => ({
  ...row,
  lastActiveAt: row.lastActiveAt.getTime(),
  expiresAt: row.expiresAt.getTime(),
  revokedAt: row.revokedAt?.getTime() ?? null,
  passwordConfirmedAt: row.passwordConfirmedAt.getTime(),
});

/** The session and its person, or null; whether it still holds is for the caller to judge. */
export async function findSession(db: Db, sessionId: string): Promise<SessionRecord | null> {
  const [row] = await db.$queryRaw<SessionRow[]>`
    select s.session_id as "sessionId", s.user_id as "userId", s.last_active_at as "lastActiveAt",
      s.expires_at as "expiresAt", s.revoked_at as "revokedAt",
      s.password_confirmed_at as "passwordConfirmedAt", u.email, u.name, u.locale, u.theme,
      u.deactivated_at is not null as "isDeactivated",
      (select coalesce(json_agg(json_build_object('merchantId', m.merchant_id, 'role', m.role)
          order by m.merchant_id, m.role), '[]'::json)
        from memberships m where m.user_id = s.user_id) as memberships
    from sessions s join users u using (user_id)
    where s.session_id = ${sessionId}`;
  return row ? toRecord(row) : null;
}

export type NewSession = {
  sessionId: string;
  userId: string;
  at: Date;
  expiresAt: Date;
  address: string;
  userAgent: string | null;
};

export async function insertSession(db: Db, session: NewSession): Promise<void> {
  const { at, ...rest } = session;
  await db.session.create({
    data: { ...rest, createdAt: at, lastActiveAt: at, passwordConfirmedAt: at },
  });
}

/** Moves the last activity forward, never back. */
export async function touchSession(db: Db, sessionId: string, at: Date): Promise<void> {
  await db.session.updateMany({
    where: { sessionId, revokedAt: null, lastActiveAt: { lt: at } },
    data: { lastActiveAt: at },
  });
}

export async function setPasswordConfirmed(db: Db, sessionId: string, at: Date): Promise<void> {
  await db.session.updateMany({
    where: { sessionId, revokedAt: null },
    data: { passwordConfirmedAt: at, lastActiveAt: at },
  });
}

/** Ends one session of the person; false when it had ended already or is another's. */
export async function revokeSession(
  db: Db,
  userId: string,
  sessionId: string,
  at: Date,
): Promise<boolean> {
  const { count } = await db.session.updateMany({
    where: { sessionId, userId, revokedAt: null },
    data: { revokedAt: at },
  });
  return count === 1;
}

/** Ends every session of the person but `except`; answers how many. */
export async function revokeSessionsOf(
  db: Db,
  userId: string,
  at: Date,
  except?: string,
): Promise<number> {
  const { count } = await db.session.updateMany({
    where: { userId, revokedAt: null, sessionId: except ? { not: except } : undefined },
    data: { revokedAt: at },
  });
  return count;
}

/** The person's sessions that are not over at `at`, most recently active first. */
export async function listSessions(
  db: Db,
  userId: string,
  at: Date,
  idleMs: number,
): Promise<SessionEntry[]> {
  const rows = await db.session.findMany({
    where: {
      userId,
      revokedAt: null,
      expiresAt: { gt: at },
      lastActiveAt: { gt: new Date(at.getTime() - idleMs) },
    },
    orderBy: { lastActiveAt: "desc" },
  });
  return rows.map((row) => ({
    sessionId: row.sessionId,
    createdAt: row.createdAt.getTime(),
    lastActiveAt: row.lastActiveAt.getTime(),
    address: row.address,
    userAgent: row.userAgent,
  }));
}
