import "server-only";
import type { LinkRequest } from "@/lib/domain/access/sign-up-links";
import type { Db } from "@/lib/data/ctx";

type Row = Omit<LinkRequest, "askedAt"> & { askedAt: Date };

const toRequest = ({ askedAt, ...row }: Row): LinkRequest => ({
  ...row,
  askedAt: askedAt.getTime(),
});

/** Keeps that a link was asked for; false when one asked after `stale` still waits. */
export async function createLinkRequest(
  db: Db,
  { userId, askedByUserId, askedByName, askedAt }: LinkRequest,
  stale: Date,
): Promise<boolean> {
  const count = await db.$executeRaw`
    insert into sign_up_link_requests as waiting (user_id, asked_by_user_id, asked_by_name, asked_at)
    values (${userId}, ${askedByUserId}, ${askedByName}, ${new Date(askedAt)})
    on conflict (user_id) do update set asked_by_user_id = excluded.asked_by_user_id,
      asked_by_name = excluded.asked_by_name, asked_at = excluded.asked_at
    where waiting.asked_at <= ${stale}`;
  return count === 1;
}

export async function findLinkRequest(db: Db, userId: string): Promise<LinkRequest | null> {
  const row = await db.signUpLinkRequest.findUnique({ where: { userId } });
  return row && toRequest(row);
}

/** Those asked after `stale`, the longest waiting first. */
export async function listLinkRequests(db: Db, stale: Date): Promise<LinkRequest[]> {
  const rows = await db.signUpLinkRequest.findMany({
    where: { askedAt: { gt: stale } },
    orderBy: { askedAt: "asc" },
  });
  return rows.map(toRequest);
}

/** Ends the waiting of this very request; of two who confirm at once, one gets true. */
export async function takeLinkRequest(db: Db, request: LinkRequest): Promise<boolean> {
  const { userId, askedByUserId, askedAt } = request;
  const { count } = await db.signUpLinkRequest.deleteMany({
    where: { userId, askedByUserId, askedAt: new Date(askedAt) },
  });
  return count === 1;
}
