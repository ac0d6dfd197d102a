import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { UserCtx } from "@/lib/data/ctx";
import { NotFoundError } from "@/lib/domain/errors";
import { ACQUIRER } from "@/lib/domain/ids";
import type { Membership, Role } from "@/lib/domain/access/actor";
import { currentPath } from "@/lib/auth/current-path";
import { chosenMerchant } from "@/lib/auth/merchant-choice";
import { readRequestFacts } from "@/lib/auth/request-facts";
import { readSessionCookie } from "@/lib/auth/session-cookie";
import { resumeSession } from "@/lib/use-cases/sessions/resume-session";

export type SessionUser = {
  userId: string;
  name: string;
  email: string;
  locale: string | null;
  theme: string | null;
};

export type Session = { ctx: UserCtx; user: SessionUser };

export type MerchantSession = Session & {
  /** The merchant whose pages are shown. */
  merchantId: string;
  /** The person's roles inside that merchant. */
  roles: Role[];
  /** Every merchant the person belongs to. */
  merchantIds: string[];
};

export type AcquirerSession = Session & { roles: Role[] };

const rolesIn = (memberships: readonly Membership[], merchantId: string): Role[] =>
  memberships.filter((m) => m.merchantId === merchantId).map((m) => m.role);

/** Who is signed in, read anew for each request; null when nobody is, or no longer. */
export const optionalSession = cache(async (): Promise<Session | null> => {
  const sessionId = await readSessionCookie();
  if (!sessionId) return null;
  const { requestId, isActivity } = await readRequestFacts();
  const now = () => new Date();
  const record = await resumeSession(sessionId, { at: now(), isActivity });
  if (!record) return null;
  const { userId, name, email, locale, theme, memberships, passwordConfirmedAt } = record;
  const actor = {
    kind: "user",
    userId,
    name,
    sessionId,
    memberships,
    passwordConfirmedAt,
  } as const;
  return { ctx: { actor, now, requestId }, user: { userId, name, email, locale, theme } };
});

/** The signed-in person; anybody else is sent to sign in and back. */
export async function requireSession(): Promise<Session> {
  const session = await optionalSession();
  if (session) return session;
  redirect(`/sign-in?next=${encodeURIComponent(await currentPath())}`);
}

/** The merchant whose pages this person sees, among those they belong to; null without any. */
export async function merchantOf(session: Session): Promise<MerchantSession | null> {
  const { memberships } = session.ctx.actor;
  const own = memberships.map((m) => m.merchantId).filter((id) => id !== ACQUIRER);
  const merchantIds = [...new Set(own)];
  const merchantId = await chosenMerchant(merchantIds);
  if (!merchantId) return null;
  return { ...session, merchantId, roles: rolesIn(memberships, merchantId), merchantIds };
}

/** A person of a merchant, with the merchant they chose; the acquirer's people have no place here. */
export async function requireMerchant(): Promise<MerchantSession> {
  return (await merchantOf(await requireSession())) ?? redirect("/no-permission");
}

/**
 * The same for what a page links to: the merchant that page shows, whichever was chosen in another tab since;
 * without one, the merchant they chose.
 */
export async function requireShownMerchant(shown: unknown): Promise<MerchantSession> {
  const session = await requireMerchant();
  if (shown === undefined) return session;
  const merchantId = session.merchantIds.find((own) => own === shown);
  if (!merchantId) throw new NotFoundError();
  return { ...session, merchantId, roles: rolesIn(session.ctx.actor.memberships, merchantId) };
}

/** A person of the acquirer. */
export async function requireAcquirer(): Promise<AcquirerSession> {
  const session = await requireSession();
  const roles = rolesIn(session.ctx.actor.memberships, ACQUIRER);
  if (roles.length === 0) redirect("/no-permission");
  return { ...session, roles };
}
